// Text of a plain scalar → whether YAML 1.1 takes it for something else than the core schema of YAML 1.2 does.

// Types of YAML 1.1 (yaml.org/type: bool, int, float, timestamp) that the core schema does not share.
const BOOL_11 = 'y|n|yes|no|on|off';
const INT_11 = '[-+]?0[0-7_]+|[-+]?0b[01_]+|[-+]?[1-9][0-9]*_[0-9_]*|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?';
const DAY_11 = '\\d{4}-\\d\\d?-\\d\\d?';
const VALUE = new RegExp(`^(?:${BOOL_11}|${INT_11}|${DAY_11})$`, 'i');
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether readers of YAML 1.1 take the scalar for something else. */
export function isAmbiguous(text: string): boolean {
  return VALUE.test(text);
}

/** Whether a scalar is a day with all its digits, which readers of YAML 1.1 take for a point in time. */
export function isBareDay(text: string): boolean {
  return text.length === 10 && DAY.test(text);
}
