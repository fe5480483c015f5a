// Texts of the form MAJOR.MINOR.PATCH → numbers, order and successors.
import { compareCodePoints } from './order.ts';

/** The parts of a version that moves when a release is made. */
export type Bump = 'major' | 'minor' | 'patch';

const BUMPS: readonly Bump[] = ['patch', 'minor', 'major'];

/** The larger of two. */
export function largerBump(a: Bump | null, b: Bump | null): Bump | null {
  return BUMPS.indexOf(a as Bump) >= BUMPS.indexOf(b as Bump) ? a : b;
}

/** Order of versions without a suffix (https://semver.org, 11.2): negative, 0 or positive. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) if (x?.[i] !== y?.[i]) return (x?.[i] ?? 0) - (y?.[i] ?? 0);
  return compareCodePoints(a, b);
}

/** The version after one without a suffix. */
export function nextVersion(version: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Whether a version is that of a release: three numbers, nothing after them. */
export function isReleased(version: string): boolean {
  return /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.test(version);
}
