/** What only a served preview does; the bundles of other pages leave out whatever asks for it. */
declare const SERVED: typeof import('./inject.ts').SERVED | undefined;
