// How many claims a dataset has → whether one page of the explorer can hold them all.

/** With more claims the page was never seen to open (docs/explorer.md). A site has no such limit. */
const MOST_CLAIMS = 100_000;

/** Whether one page can hold so many claims; a release of more has no page. */
export function fitsOnePage(claims: number): boolean {
  return claims <= MOST_CLAIMS;
}

/** Why a dataset of so many claims has no page, and what it has instead. */
export function sayNoPage(claims: number): string {
  return `${claims} claims are too many for one page, which holds ${MOST_CLAIMS} at most. \`explore --site DIR\` writes a site, which can hold any number.`;
}
