// An id and its owner → whether it is the owner's with a number.

/** Whether an id is the owner's, `-c` and digits. */
export function isNumberOf(id: string, owner: string): boolean {
  const start = owner.length + 2;
  if (id.length <= start || !id.startsWith(owner) || !id.startsWith('-c', owner.length)) return false;
  for (let i = start; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** The article that a claim's id begins with. */
export function ownerOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-c'));
}
