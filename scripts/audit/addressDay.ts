// Address of a page → the day that is written in it, and the day on which a Web Archive copied it.
import { type Days, isDay } from '../values/edtf.ts';
import { splitArchived } from '../values/webPage.ts';

const DAY = /(?:^|[/_-])((?:19|20)\d\d)([/-])(\d\d?)\2(\d\d?)(?=[/_.?#-]|$)/;

/** The day in the path of an address, a Web Archive's own stamp set aside. */
export function dayInAddress(address: string): Days | null {
  const page = splitArchived(address)?.address ?? address;
  const [, year, , month = '', day = ''] = DAY.exec(page.replace(/^[a-z]+:\/\/[^/]*/i, '')) ?? [];
  return year === undefined ? null : oneDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The day of a Web Archive's stamp. */
export function dayOfArchive(address: string): Days | null {
  const stamp = splitArchived(address)?.stamp ?? '';
  return oneDay(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`);
}

function oneDay(day: string): Days | null {
  return isDay(day) ? { first: day, last: day } : null;
}
