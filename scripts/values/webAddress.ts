// Text → whether it is an absolute http(s) address.

/**
 * True for an absolute http or https address with a host, as the WHATWG URL parser reads it, written without white space or
 * control characters. Letters of any script are allowed in the host.
 */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/?#]/i.test(text) && !/[\s\p{Cc}<>"]/u.test(text) && URL.canParse(text);
}
