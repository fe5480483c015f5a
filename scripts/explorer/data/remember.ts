// A function that takes a while → the same, which does each thing once.

/**
 * Remembers what a key gave; of `most` keys, those last asked for. What failed is forgotten, so that it can be tried
 * again.
 */
export function remember<K, T>(make: (key: K) => Promise<T>, most = Number.POSITIVE_INFINITY): (key: K) => Promise<T> {
  const made = new Map<K, Promise<T>>();
  return (key) => {
    const known = made.get(key) ?? start(key);
    made.delete(key);
    made.set(key, known);
    if (made.size > most) made.delete(made.keys().next().value as K);
    return known;
  };

  function start(key: K): Promise<T> {
    const making = make(key);
    making.catch(() => made.get(key) === making && made.delete(key));
    return making;
  }
}
