// Web address → its host, and whose host it is.

const HOST = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^:/?#]*)/i;

/** The host as it is written, in lower case and without `www.`; '' where the text is no web address. */
export function hostOf(address: string): string {
  const host = cutPlainHost(address) ?? HOST.exec(address)?.[1]?.toLowerCase() ?? '';
  return host.startsWith('www.') ? host.slice(4) : host;
}

/**
 * The host of an address that is written as most are, `https://host/…` with a host of small letters, digits, dots and
 * hyphens; null for any other.
 */
function cutPlainHost(address: string): string | null {
  if (!address.startsWith('https://')) return null;
  let end = 8;
  for (; end < address.length; end++) {
    const code = address.charCodeAt(end);
    const isPlain = (code >= 97 && code <= 122) || (code >= 45 && code <= 57 && code !== SLASH);
    if (!isPlain) break;
  }
  return end === address.length || address.charCodeAt(end) === SLASH ? address.slice(8, end) : null;
}

const SLASH = 47;

/** Whether a host is the domain or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  const owner = domain.startsWith('www.') ? domain.slice(4) : domain;
  return (
    host === owner ||
    (host.length > owner.length && host.endsWith(owner) && host.charCodeAt(host.length - owner.length - 1) === 46)
  );
}
