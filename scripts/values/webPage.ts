// Address → the page that it leads to, as a key: two addresses of one page give the same.

// Parameters that say where a reader came from, by what their makers document; none of them chooses the page.
const NAMES =
  'utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|hsctatracking|vero_id|oly_anon_id|oly_enc_id|wickedid|s_cid|ncid|cmpid|ref_src|ref_url|smid|at_medium|at_campaign|at_custom[0-9]|xtor|spm|source=rss';
const PARAMETER = `([?&])(?:${NAMES})(?:=[^&#]*)?(?=&|#|$)`;
const TRACKING = new RegExp(PARAMETER, 'i');
const EVERY = new RegExp(PARAMETER, 'gi');

/** Whether an address says where its reader came from. */
export function hasTracking(address: string): boolean {
  return address.includes('?') && TRACKING.test(address);
}

/** The address without what says where its reader came from. */
export function dropTracking(address: string): string {
  return address
    .replace(EVERY, (_, sign: string) => (sign === '?' ? '?' : ''))
    .replace('?&', '?')
    .replace(/\?(?=#|$)/, '');
}

const ARCHIVE = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:\/)/i;
const SCHEME = /^https?:\/\/?(?:www\.)?/i;

/** The page: without a Web Archive prefix, scheme, `www.`, fragment, tracking parameters and the slash at the end of its path; the host in lower case. */
export function pageKeyOf(address: string): string {
  const live = address.trim().replace(ARCHIVE, '').replace(/#.*$/s, '');
  const rest = (hasTracking(live) ? dropTracking(live) : live).replace(SCHEME, '').replace(/\/(?=$|\?)/, '');
  const end = rest.search(/[/?]/);
  return end < 0 ? rest.toLowerCase() : rest.slice(0, end).toLowerCase() + rest.slice(end);
}
