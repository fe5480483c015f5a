// A draft is a mapping that can be read at once, whatever the fields are called.
import { expect, test } from 'vitest';
import { draftMapping } from '../../scripts/exchange/draftMapping.ts';
import { readMapping } from '../../scripts/exchange/mapping.ts';

const draft = (content: string) => draftMapping(['f.csv'], () => [Buffer.from(content)]);

async function rolesOf(content: string): Promise<Record<string, string>> {
  const text = await draft(content);
  const read = readMapping('f.yml', text, { resolve: (path) => path, read: () => null });
  if ('drafts' in read) throw new Error(`${JSON.stringify(read.drafts)}\n${text}`);
  return Object.fromEntries(read.mapping.fields.map(({ role, path }) => [role, path ?? '']));
}

test('fields in a language that it does not know are guessed by their values', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) =>
      `pl${i},"Most na rzece w Wierzbowie kosztował ${i} tysięcy złotych",${i % 2 ? 'prawda' : 'fałsz'},${i + 1}.02.2019`,
  );
  expect(await rolesOf(`numer,twierdzenie,ocena,kiedy\n${rows.join('\n')}\n`)).toEqual({
    id: 'numer',
    text: 'twierdzenie',
    verdict: 'ocena',
    claim_date: 'kiedy',
  });
});

test.each(['a,b\n1,2\n', 'a\n', '', 'id\n1\n', 'x,y\nhttps://a.example.org/1,\n'])(
  'a file of which nothing can be guessed gives a mapping all the same: %j',
  async (content) => {
    await expect(rolesOf(content)).resolves.toBeTypeOf('object');
  },
);
