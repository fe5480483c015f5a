// Two parts of a version (https://semver.org) → the larger one.

/** The parts of a version that moves when a release is made. */
export type Bump = 'major' | 'minor' | 'patch';

const BUMPS: readonly Bump[] = ['patch', 'minor', 'major'];

/** The larger of two. */
export function largerBump(a: Bump | null, b: Bump | null): Bump | null {
  return BUMPS.indexOf(a as Bump) >= BUMPS.indexOf(b as Bump) ? a : b;
}
