// Whatever is typed, and wherever the cursor stands: no exception, and what is shown is what `validate` reports.
// EDITOR_RUNS=10000 types more.
import { expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, edits } from '../fuzz/edits.ts';
import fc from '../property.ts';
import { GAZETTE, HERALD, openWorkspace } from '../workspace.ts';
import { openEditor } from './editor.ts';
import { expected, judge, shownIn } from './shown.ts';

vi.setConfig({ testTimeout: 3_600_000 });

const FILES = [
  GAZETTE,
  HERALD,
  'raw/vocabulary/entities.yml',
  'raw/vocabulary/verdicts.yml',
  'raw/expectations.yml',
  'CITATION.cff',
];
const RUNS = Number(process.env['EDITOR_RUNS'] ?? 60);
/** Every so many edits the whole is judged anew, to be compared. */
const COMPARED = 10;

test('random edits and places', async () => {
  const workspace = openWorkspace();
  const editor = await openEditor(workspace.root);
  const texts = new Map(FILES.map((file) => [file, workspace.read(file)]));
  for (const [file, text] of texts) await editor.open(file, text);
  const typed = openWorkspace();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      edits,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      async (file, changes, place, isKept) => {
        const text = applyEdits(editor.text(file), changes);
        await editor.change(file, text);
        const at = TextDocument.create('', '', 0, text).positionAt(Math.floor(place * text.length));
        await editor.completions(file, at);
        await editor.hover(file, at);
        await editor.definition(file, at);
        await editor.references(file, at);
        await editor.symbols(file);
        await editor.folds(file);
        for (const action of await editor.actions(file, at)) if (run % COMPARED === 0) await editor.resolve(action);
        await editor.rename(file, at, 'another-name').catch(onlyRefused);
        if (run++ % COMPARED === 0) {
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
});

/** A refusal says why in a sentence for people; anything else is a fault of the program. */
function onlyRefused(error: { code?: number }): void {
  expect(error.code).toBe(REQUEST_FAILED);
}

/** LSPErrorCodes.RequestFailed */
const REQUEST_FAILED = -32803;
