// What a split is called elsewhere → its name here.

const OTHER_NAMES: Readonly<Record<string, string>> = {
  training: 'train',
  valid: 'dev',
  validation: 'dev',
  val: 'dev',
  development: 'dev',
};

/** A split by our name: `validation` and its short forms are dev. Null where there is none. */
export function nameSplit(split: string | null): string | null {
  const name = split?.trim().toLowerCase() ?? '';
  return name === '' ? null : (OTHER_NAMES[name] ?? name);
}
