// Web address → the page that it leads to, however it is written.

// Parameters that say where a reader came from, by what their makers document; none of them chooses the page.
const NAMES =
  'utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|hsctatracking|vero_id|oly_anon_id|oly_enc_id|wickedid|s_cid|ncid|cmpid|ref_src|ref_url|smid|at_medium|at_campaign|at_custom[0-9]|xtor|spm|source=rss';
const PARAMETER = `([?&])(?:${NAMES})(?:=[^&#]*)?(?=&|#|$)`;
const TRACKING = new RegExp(PARAMETER, 'i');
const EVERY = new RegExp(PARAMETER, 'gi');

const ARCHIVE = /^(?:https?:\/\/)?web\.archive\.org\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/is;
const SCHEME = /^https?:\/\/(?:www\.)?/i;

/** Whether an address holds parameters that only follow a reader. */
export function isTracked(address: string): boolean {
  return address.includes('?') && TRACKING.test(address);
}

/** The address without such parameters. */
export function dropTracking(address: string): string {
  return address
    .replace(EVERY, (_, sign: string) => (sign === '?' ? '?' : ''))
    .replace('?&', '?')
    .replace(/\?(?=#|$)/, '');
}

/**
 * The Web Archive's stamp (digits, from the year on) and the address that it holds a copy of; null for any other
 * address.
 */
export function splitArchived(address: string): { stamp: string; address: string } | null {
  if (!address.includes('web.archive.org/')) return null;
  const [, stamp, inner] = ARCHIVE.exec(address.trim()) ?? [];
  if (stamp === undefined || inner === undefined) return null;
  const whole = /^[a-z]+:\/\//i.test(inner) ? inner : `http://${inner.replace(/^[a-z]+:\/(?!\/)/i, '')}`;
  return { stamp, address: whole };
}

/**
 * What names the page: without scheme, `www.`, fragment, slash at the end, tracking parameters and the prefix of a Web
 * Archive. Two addresses lead to one page where this is the same.
 */
export function pageOf(address: string): string {
  let rest = /^https:\/\/[^Ww]/.test(address) ? address.slice(8) : address.trim().replace(SCHEME, '');
  if (rest.startsWith('web.archive.org/')) {
    const archived = splitArchived(rest);
    if (archived) return pageOf(archived.address);
  }
  if (rest.includes('?')) rest = dropTracking(rest);
  const fragment = rest.indexOf('#');
  if (fragment >= 0) rest = rest.slice(0, fragment);
  // A slash that ends the path ends the text, or stands before the query.
  if (rest.endsWith('/') || rest.includes('/?')) rest = rest.replace(/\/(?=$|\?)/, '');
  return lowerHost(rest);
}

/** Hosts are the same in any case. */
function lowerHost(rest: string): string {
  const end = rest.search(/[/?]/);
  const host = end < 0 ? rest : rest.slice(0, end);
  return /[A-Z]/.test(host) ? host.toLowerCase() + rest.slice(host.length) : rest;
}
