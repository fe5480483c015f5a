// Random edits of labels → exactly those edits in the difference.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inMemory } from '../../scripts/formats/readableFile.ts';
import { writeAndHead } from '../../scripts/platform/measuredFile.ts';
import { type Change, compareReleases } from '../../scripts/release/compareReleases.ts';
import { parseLedger } from '../../scripts/release/ledger.ts';
import { type Snapshot, toSnapshotRow } from '../../scripts/release/snapshot.ts';
import type {
  LedgerTable,
  RawArticle,
  RawArticleClaim,
  RawArticleEvidence,
} from '../../scripts/schemas/generated/types.ts';
import fc from '../property.ts';
import { makeArticle, makeClaim, readState, writeProject } from './labels.ts';
import { renderLedger } from './ledgerOf.ts';
import { toSnapshotTable } from './rowsInMemory.ts';

/** One edit of a claim and the change that it must show as. */
type Edit = (claim: RawArticleClaim, article: RawArticle) => Pick<Change, 'table' | 'id' | 'kind' | 'column'>;

const edits: Record<string, Edit> = {
  verdict: (claim) => {
    claim.verdict = 'supported';
    return { table: 'claims', id: claim.id, kind: 'verdict', column: 'verdict' };
  },
  text: (claim) => {
    claim.text = `${claim.text.slice(0, -1)} in April.`;
    return { table: 'claims', id: claim.id, kind: 'text', column: 'claim' };
  },
  quote: (claim) => {
    claim.quote = claim.quote?.replace('f', 'F') ?? null;
    return { table: 'claims', id: claim.id, kind: 'text', column: 'quote' };
  },
  claimant: (claim) => {
    claim.claimant = 'article';
    return { table: 'claims', id: claim.id, kind: 'particulars', column: 'claimant_id' };
  },
  date: (claim) => {
    claim.claim_date = '2024-04';
    return { table: 'claims', id: claim.id, kind: 'particulars', column: 'claim_date' };
  },
  type: (claim) => {
    claim.type = 'event';
    return { table: 'claims', id: claim.id, kind: 'particulars', column: 'claim_type' };
  },
  justification: (claim) => {
    claim.justification = 'The log shows four days.';
    return { table: 'claims', id: claim.id, kind: 'metadata', column: 'justification' };
  },
  withdrawal: (claim) => {
    claim.status = 'withdrawn';
    claim.withdrawn = { date: '2024-06-01', reason: 'It joined two claims.', successors: [] };
    return { table: 'claims', id: claim.id, kind: 'withdrawn', column: null };
  },
  addition: (claim, article) => {
    const added = makeClaim(article.id, 100 + Number(claim.id.slice(-2)));
    article.claims.push(added);
    return { table: 'claims', id: added.id, kind: 'added', column: null };
  },
  'more evidence': (claim) => {
    claim.evidence.push({ ...(claim.evidence[0] as RawArticleEvidence), id: 'e3', origin: 'aldport-council' });
    return { table: 'evidence', id: `${claim.id}-e3`, kind: 'added', column: null };
  },
  'less evidence': (claim) => {
    claim.evidence.pop();
    return { table: 'evidence', id: `${claim.id}-e2`, kind: 'dropped', column: null };
  },
  stance: (claim) => {
    (claim.evidence[1] as RawArticleEvidence).stance = 'supports';
    return { table: 'evidence', id: `${claim.id}-e2`, kind: 'stance', column: 'stance' };
  },
  'address of evidence': (claim) => {
    (claim.evidence[0] as RawArticleEvidence).url += '?page=2';
    return { table: 'evidence', id: `${claim.id}-e1`, kind: 'metadata', column: 'url' };
  },
  'date of evidence': (claim) => {
    (claim.evidence[0] as RawArticleEvidence).published = '2024-05-30';
    return { table: 'evidence', id: `${claim.id}-e1`, kind: 'metadata', column: 'published' };
  },
  confidence: (claim) => {
    Object.assign(claim.annotations[0] ?? {}, { confidence: 'low' });
    return { table: 'annotations', id: `${claim.id}-v1`, kind: 'metadata', column: 'confidence' };
  },
};

const articles = () => [makeArticle('north-2024', 12), makeArticle('south-2024', 12)];
const places = articles().flatMap((article, a) => article.claims.map((_, c) => ({ a, c })));

/** Some of the claims, each with one edit. */
const someEdits = fc
  .uniqueArray(fc.record({ place: fc.constantFrom(...places), name: fc.constantFrom(...Object.keys(edits)) }), {
    maxLength: 12,
    selector: ({ place }) => `${place.a}-${place.c}`,
  })
  .map((chosen) => {
    const edited = articles();
    const expected = chosen.map(({ place, name }) => {
      const article = edited[place.a] as RawArticle;
      return (edits[name] as Edit)(article.claims[place.c] as RawArticleClaim, article);
    });
    return { edited, expected };
  });

async function snapshotOf(state: readonly RawArticle[]): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-test-'));
  try {
    writeProject(folder, state);
    return (await readState(folder)).snapshot;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const key = ({ table, id, kind, column }: Pick<Change, 'table' | 'id' | 'kind' | 'column'>) =>
  `${table} ${id} ${kind} ${column}`;

/** The same state as its ledger remembers it. */
function remember(snapshot: Snapshot): Snapshot {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-test-'));
  const path = join(folder, '1.0.0.jsonl');
  writeAndHead(path, renderLedger({ ...snapshot, version: '1.0.0' }));
  const ledger = parseLedger(inMemory(readFileSync(path)));
  rmSync(folder, { recursive: true });
  if ('problem' in ledger) throw new Error(ledger.problem);
  return ledger;
}

describe('compareReleases', async () => {
  const before = await snapshotOf(articles());

  test('names exactly the edits that were made, from datasets and from ledgers', async () => {
    await fc.assert(
      fc.asyncProperty(someEdits, async ({ edited, expected }) => {
        const after = await snapshotOf(edited);
        const wanted = expected.map(key).sort();
        expect(compareReleases(before, after).changes.map(key).sort()).toEqual(wanted);
        expect(compareReleases(remember(before), remember(after)).changes.map(key).sort()).toEqual(wanted);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  test('says old and new value, and the reason that a revision gives', async () => {
    const edited = articles();
    const claim = edited[0]?.claims[0] as RawArticleClaim;
    const reason = 'A reader sent the log.';
    claim.revisions = [{ date: '2024-06-01', field: 'text', from: claim.text, to: 'Ferries ran.', reason }];
    claim.text = 'Ferries ran.';
    const old = before.tables[0]?.rows.get(claim.id)?.cells?.['claim'];
    const change = { table: 'claims', id: claim.id, kind: 'text', column: 'claim', old, new: 'Ferries ran.', reason };
    const after = await snapshotOf(edited);
    expect(compareReleases(before, after).changes).toEqual([change]);
    expect(compareReleases(remember(before), remember(after)).changes).toEqual([change]);
  });

  test('tells a value that follows from nothing else: a mapping of the scale that changed', () => {
    const after = structuredClone({ ...before, tables: [] }) as Snapshot;
    const tables = before.tables.map((table) => {
      const rows = Array.from(table.rows.values(), (row) => {
        const hashes = [...row.hashes()];
        const i = table.columns.findIndex(({ name }) => name === 'verdict_fever');
        if (i >= 0 && row.id === 'north-2024-c01') hashes[i] = 'another-hash';
        const changed = hashes.includes('another-hash');
        return changed ? { ...row, record: 'other', hashes: () => hashes } : row;
      });
      return toSnapshotTable(table, rows);
    });
    expect(compareReleases(before, { ...after, tables }).changes.map(key)).toEqual([
      'claims north-2024-c01 metadata verdict_fever',
    ]);
  });

  test('finds nothing between a state and itself', () => {
    expect(compareReleases(before, remember(before))).toMatchObject({ changes: [], cells: {}, structure: [] });
  });
});

test('more rows than a call can have arguments', () => {
  const table: LedgerTable = { name: 'claims', columns: [{ name: 'claim_id', type: 'string' }] };
  const ids = Array.from({ length: 200_000 }, (_, i) => `c${i}`);
  const rows = ids.map((id) => toSnapshotRow(table, 'claim_id', { claim_id: id }, id));
  const current: Snapshot = {
    version: '',
    license: '',
    verdicts: [],
    files: [],
    tables: [toSnapshotTable(table, rows)],
  };
  expect(compareReleases(null, current).changes.map(({ id }) => id)).toEqual(ids);
});
