// Text → whether it is an absolute http(s) address.

/**
 * True for an absolute http or https address with a host, as the WHATWG URL parser reads it, written without white
 * space or control characters. Letters of any script are allowed in the host.
 */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/?#]/i.test(text) && !/[\s\p{Cc}<>"]/u.test(text) && canParse(text);
}

/**
 * Node 20's `URL.canParse` refuses letters such as `é` in a host once its caller has been optimised, so that it is
 * asked about ASCII only.
 */
function canParse(text: string): boolean {
  if (isAscii(text)) return URL.canParse(text);
  try {
    new URL(text);
    return true;
  } catch {
    return false;
  }
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
