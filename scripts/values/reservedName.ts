// Name of a file → whether Windows keeps it for a device.

/**
 * True for `aux`, `con`, `nul`, `prn`, `com0` to `com9` and `lpt0` to `lpt9`, whatever ending a file of that name has.
 */
export function isReserved(name: string): boolean {
  return /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/i.test(name);
}
