// Whatever is typed, and wherever the cursor stands: no exception, and what is shown is what `validate` reports.
// EDITOR_RUNS=10000 types more.
import { expect, test, vi } from 'vitest';
import type { Position, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, edits } from '../fuzz/edits.ts';
import fc from '../property.ts';
import { GAZETTE, HERALD, openWorkspace } from '../workspace.ts';
import { type Editor, openEditor } from './editor.ts';
import { expected, judge, shownIn } from './shown.ts';

vi.setConfig({ testTimeout: 3_600_000 });

const VOTES = 'raw/votes/a2.jsonl';
const LINE =
  '{"claim":"gazette-2024-05-02-c01","verdict":"refuted","confidence":"high","date":"2024-05-10","guideline":"1"}\n';
const FILES = [
  GAZETTE,
  HERALD,
  'raw/vocabulary/entities.yml',
  'raw/vocabulary/verdicts.yml',
  'raw/expectations.yml',
  'CITATION.cff',
  VOTES,
];
const NAME = 'another-name';
/** Ids of the example's vocabularies: every other cursor stands in one. */
const IDS =
  /\b(?:aldport-council|ada-archer|river-traffic|town-budget|the-gazette|harbour-herald|refuted|supported)\b/g;
const RUNS = Number(process.env['EDITOR_RUNS'] ?? 60);
/** A page that somebody has saved, which completion offers. */
const PAGE = `<!doctype html><html lang="en"><head><title>Log of $1 {closures}</title></head><body><article><h1>Log</h1>
<p>${'The bridge was closed from 9 to 11 April. '.repeat(9)}</p></article></body></html>`;
/** Every so many edits the whole is judged anew, to be compared. */
const COMPARED = 10;

test('random edits and places', async () => {
  const workspace = openWorkspace().file('private/pages/log.html', PAGE).file(VOTES, LINE);
  const editor = await openEditor(workspace.root);
  const texts = new Map(FILES.map((file) => [file, workspace.read(file)]));
  for (const [file, text] of texts) await editor.open(file, text);
  const typed = openWorkspace().file(VOTES, LINE);
  let run = 0;
  let renamings = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      edits,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      fc.boolean(),
      async (file, changes, place, isKept, isOnId) => {
        const text = applyEdits(editor.text(file), changes);
        await editor.change(file, text);
        const ids = [...text.matchAll(IDS)].map(({ index }) => index + 1);
        const offset =
          isOnId && ids.length > 0 ? (ids[Math.floor(place * ids.length)] ?? 0) : Math.floor(place * text.length);
        const at = TextDocument.create('', '', 0, text).positionAt(offset);
        await editor.completions(file, at);
        await editor.hover(file, at);
        await editor.definition(file, at);
        await editor.references(file, at);
        await editor.symbols(file);
        await editor.folds(file);
        for (const action of await editor.actions(file, at)) if (run % COMPARED === 0) await editor.resolve(action);
        const renamed = await editor.rename(file, at, NAME).catch(onlyRefused);
        if (renamed) {
          const isBack = await renameBack(editor, file, at, renamed, (name) => workspace.read(name));
          if (isBack) renamings++;
        }
        if (run++ % COMPARED === 0) {
          // An answer comes behind what is said of other files after the last change.
          await editor.symbols(file);
          for (const name of FILES) typed.file(name, editor.text(name));
          expect(shownIn(editor)).toEqual(expected(typed, await judge(typed)));
        }
        // Some mistakes stay while others are made; not for ever, or nothing could be read any more.
        if (!isKept || run % 7 === 0)
          for (const [name, whole] of texts) if (editor.text(name) !== whole) await editor.change(name, whole);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(editor.messages).toEqual([]);
  // Enough of what is drawn can be renamed, and so the way back is walked again and again.
  if (RUNS > 1000) expect(renamings).toBeGreaterThan(COMPARED);
});

/** There and back: every file has the bytes that it had. False where the old name is none that could be given. */
async function renameBack(
  editor: Editor,
  file: string,
  at: Position,
  there: WorkspaceEdit,
  read: (file: string) => string,
): Promise<boolean> {
  const prepared = await editor.prepareRename(file, at);
  if (!prepared || !('placeholder' in prepared)) throw new Error('Renamed, and yet no name.');
  const places = (there.changes?.[editor.uriOf(file)] ?? []).map(({ range }) => range.start);
  const nth = places.filter(({ line, character }) => {
    const { start } = prepared.range;
    return line < start.line || (line === start.line && character < start.character);
  }).length;
  const texts = editor.apply(there, read);
  const before = [...texts.keys()].map((name) => [name, editor.isOpen(name) ? editor.text(name) : read(name)] as const);
  for (const [name, text] of texts) {
    if (editor.isOpen(name)) await editor.change(name, text);
    else await editor.open(name, text);
  }
  const parts = editor
    .text(file)
    .split(NAME)
    .slice(0, nth + 1);
  const place = editor.place(file, '', parts.join(NAME).length);
  const back = await editor.rename(file, place, prepared.placeholder).catch(onlyRefused);
  if (back) for (const [name, text] of editor.apply(back, read)) await editor.change(name, text);
  const after = before.map(([name]) => [name, editor.text(name)]);
  for (const [name, text] of before) if (editor.text(name) !== text) await editor.change(name, text);
  if (!back) return false;
  expect(after).toEqual(before);
  return true;
}

/** A refusal says why in a sentence for people; anything else is a fault of the program. */
function onlyRefused(error: { code?: number }): void {
  expect(error.code).toBe(REQUEST_FAILED);
}

/** LSPErrorCodes.RequestFailed */
const REQUEST_FAILED = -32803;
