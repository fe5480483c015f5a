// A value with broken keys → a value that ends whoever looks at one of them.

const LOOKED_AT = Symbol('broken key');

/** The value; under `brokenKeys` stand only stand-ins, of which no rule may judge. */
export function guardBroken<T extends object>(value: T, brokenKeys: ReadonlySet<string>): T {
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'string' && brokenKeys.has(key)) throw LOOKED_AT;
      return Reflect.get(target, key);
    },
  });
}

/** Does the work up to the moment when it looks at a broken key. */
export function untilLookedAt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error !== LOOKED_AT) throw error;
  }
}
