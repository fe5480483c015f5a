// An entry of a vocabulary → what it is called, and where that stands.

/** Its id and its name or label, each with its key. */
export function namesOf(entry: { id: string }): { key: string; text: string }[] {
  const { name, label } = entry as { name?: unknown; label?: unknown };
  const names = [{ key: 'id', text: entry.id }];
  if (typeof name === 'string') names.push({ key: 'name', text: name });
  else if (typeof label === 'string') names.push({ key: 'label', text: label });
  return names;
}
