// Each kind of change → the part of the version that moves.
import { describe, expect, test } from 'vitest';
import type { Change, StructureChange } from '../../scripts/release/compareReleases.ts';
import { computeBump } from '../../scripts/release/computeBump.ts';

const bumpOf = (changes: Partial<Change>[], structure: StructureChange[] = []) =>
  computeBump({ old: '1.0.0', new: '', changes: changes as Change[], cells: {}, structure }).bump;

describe('computeBump', () => {
  test.each<StructureChange>([
    { kind: 'column removed', table: 'claims', column: 'quote' },
    { kind: 'column retyped', table: 'claims', column: 'votes', old: 'integer', new: 'string' },
    { kind: 'columns reordered', table: 'claims' },
    { kind: 'table removed', table: 'entities' },
    { kind: 'verdict class added', verdict: 'satire' },
    { kind: 'verdict class removed', verdict: 'refuted' },
    { kind: 'licence changed', old: 'CC-BY-4.0', new: 'CC0-1.0' },
    { kind: 'file removed', path: 'claims.csv' },
  ])('major: $kind', (change) => expect(bumpOf([], [change])).toBe('major'));

  test.each<StructureChange>([
    { kind: 'column added', table: 'claims', column: 'place' },
    { kind: 'table added', table: 'places' },
    { kind: 'file added', path: 'croissant.json' },
  ])('minor: $kind', (change) => expect(bumpOf([], [change])).toBe('minor'));

  test.each<Partial<Change>>([
    { table: 'claims', kind: 'added', column: null },
    { table: 'claims', kind: 'withdrawn', column: null },
    { table: 'claims', kind: 'verdict', column: 'verdict' },
    { table: 'claims', kind: 'text', column: 'claim' },
    { table: 'claims', kind: 'text', column: 'quote' },
    { table: 'claims', kind: 'particulars', column: 'claim_date' },
    { table: 'claims', kind: 'particulars', column: 'claimant_id' },
    { table: 'claims', kind: 'particulars', column: 'claim_type' },
    { table: 'claims', kind: 'particulars', column: 'same_as' },
    { table: 'evidence', kind: 'added', column: null },
    { table: 'evidence', kind: 'dropped', column: null },
    { table: 'evidence', kind: 'stance', column: 'stance' },
    { table: 'articles', kind: 'added', column: null },
  ])('minor: $table.$column $kind', (change) => expect(bumpOf([change])).toBe('minor'));

  test.each<Partial<Change>>([
    { table: 'claims', kind: 'metadata', column: 'justification' },
    { table: 'articles', kind: 'metadata', column: 'title' },
    { table: 'evidence', kind: 'metadata', column: 'url' },
  ])('patch: $table.$column', (change) => expect(bumpOf([change])).toBe('patch'));

  test('patch: a description is no longer made', () =>
    expect(bumpOf([], [{ kind: 'file removed', path: 'codebook.md' }])).toBe('patch'));

  test('nothing moves where nothing changed', () => expect(bumpOf([])).toBeNull());

  test('the largest counts, and only its reasons are given', () => {
    const changes = [
      { table: 'claims', kind: 'metadata', column: 'justification' },
      { table: 'claims', kind: 'verdict', column: 'verdict' },
      { table: 'claims', kind: 'verdict', column: 'verdict' },
    ] as Change[];
    expect(computeBump({ old: '1.0.0', new: '', changes, cells: {}, structure: [] })).toEqual({
      bump: 'minor',
      reasons: ['changed: claims.verdict (2 times)'],
    });
  });
});
