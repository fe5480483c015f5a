// Findings in an article, and the votes that stand elsewhere → findings at the lines of those votes.
import type { Finding, Place } from '../findings/finding.ts';
import type { Joined } from './joinVotes.ts';

/** Moves what is said of a joined vote to the line where it was cast. */
export function placeVotes(findings: readonly Finding[], joined: Joined): readonly Finding[] {
  if (joined.size === 0) return findings;
  return findings.map((finding) => {
    const { related } = finding;
    const moved = related?.some((place) => lineOf(place, joined))
      ? { ...finding, related: related.map((place) => ({ ...place, ...lineOf(place, joined) })) }
      : finding;
    const line = lineOf(finding, joined);
    if (!line) return moved;
    // What would be edited there is no article.
    const { fix: _, ...rest } = moved;
    return { ...rest, ...line };
  });
}

function lineOf(
  { pointer }: Place,
  joined: Joined,
): { file: string; offsets: [number, number]; pointer: string } | null {
  const place = /^\/claims\/\d+\/annotations\/\d+/.exec(pointer ?? '')?.[0];
  const line = place === undefined ? undefined : joined.get(place);
  return line ? { file: line.file, offsets: line.offsets, pointer: '' } : null;
}
