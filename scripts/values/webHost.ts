// Web address → its host, and whose host it is.

const HOST = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^:/?#]*)/i;

/** The host as it is written, in lower case and without `www.`; '' where the text is no web address. */
export function hostOf(address: string): string {
  const host = HOST.exec(address)?.[1]?.toLowerCase() ?? '';
  return host.startsWith('www.') ? host.slice(4) : host;
}

/** Whether a host is the domain or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  const owner = domain.startsWith('www.') ? domain.slice(4) : domain;
  return (
    host === owner ||
    (host.length > owner.length && host.endsWith(owner) && host.charCodeAt(host.length - owner.length - 1) === 46)
  );
}
