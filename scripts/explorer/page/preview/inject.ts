// What a page that is served as a preview does besides → the name under which the rest of the page asks for it.
import { followNews, openStore, placeFindings } from './preview.ts';
import { makeClaimsView } from './renewedList.ts';

export const SERVED = { followNews, makeClaimsView, openStore, placeFindings };
