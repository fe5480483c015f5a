// A saved page, and an editor → an accepted claim with two pieces of evidence, by messages of the protocol alone.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextDocumentEdit } from 'vscode-languageserver';
import { Editor } from '../tests/lsp/editor.ts';
import { addUp, decide, type Effort, NOTHING, press } from './keyModel.ts';
import { NAMES, pagesOf, type Sample } from './samples.ts';
import { ID, requireAccepted } from './typing.ts';
import { Typist } from './typist.ts';

const FILE = `raw/articles/${ID}.md`;
/** 2024-06-01, the day of the commands too. */
const TODAY = String(Date.UTC(2024, 5, 1) / 1000);
const TAB = press(1);
/** Tab behind words of one's own: they are at their end. */
const DONE = decide(1);

/** What is done at each place, by the key of its line. */
type Fill = (typist: Typist) => Promise<void>;
const complete =
  (letters: string): Fill =>
  async (typist) => {
    await typist.complete(letters);
    typist.next(TAB);
  };
const choose =
  (letters: string): Fill =>
  async (typist) => {
    await typist.choose(letters);
    typist.next(TAB);
  };
const write =
  (words: string, kind: 'own' | 'page' = 'own'): Fill =>
  async (typist) => {
    await typist[kind](words);
    typist.next(DONE);
  };

function fillsOf({ quote, text, justification, synopsis, evidence }: Sample): Record<string, Fill> {
  const addPieces: Fill = async (typist) => {
    for (const [i, { shows }] of evidence.entries()) {
      if (i > 0) await typist.newLine(1, '- ');
      await typist.complete((NAMES[i + 1] ?? '').slice(0, 1));
      await typist.choose('refutes');
      typist.next(TAB);
      await typist.own(shows);
      typist.next(DONE);
    }
    typist.next(TAB);
  };
  return {
    nature: choose('original'),
    license: complete('l'),
    text: write(text),
    quote: write(quote, 'page'),
    claimant: complete('ar'),
    claim_date: complete('2'),
    type: choose('n'),
    verdict: complete('r'),
    justification: write(justification),
    status: choose('labelled'),
    annotator: write('a1'),
    confidence: choose('high'),
    date: complete('2'),
    guideline: write('"1"', 'page'),
    '-': addPieces,
    '': write(synopsis),
  };
}

export interface Walked {
  text: string;
  effort: Effort;
}

/**
 * The article of a sample as somebody writes it, in which nothing is wrong, and what was pressed for it. With `claim`
 * the article is there, and only its claim is written.
 */
export async function walk(sample: Sample, begun?: string): Promise<Walked> {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  let editor: Editor | null = null;
  try {
    cpSync('examples/gazette', folder, { recursive: true });
    mkdirSync(join(folder, 'private/pages'), { recursive: true });
    for (const [name, html] of Object.entries(pagesOf(sample)))
      writeFileSync(join(folder, 'private/pages', name), html);
    writeFileSync(join(folder, FILE), begun ?? '');
    editor = await new Editor(folder, undefined, { ...process.env, SOURCE_DATE_EPOCH: TODAY }).begin();
    await editor.open(FILE, begun ?? '');
    const effort = addUp(begun === undefined ? nameFile() : NOTHING, await writeLabels(editor, sample, begun));
    const captured = await writeCapture(editor, folder);
    const saved = await save(editor, folder);
    await requireAccepted(folder);
    return {
      text: readFileSync(join(folder, FILE), 'utf8'),
      effort: addUp(effort, begun === undefined ? captured : NOTHING, saved),
    };
  } finally {
    editor?.server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ctrl+N, Ctrl+S, the name, Enter. */
function nameFile(): Effort {
  return addUp(decide(4), decide(`${FILE}\n`));
}

async function writeLabels(editor: Editor, sample: Sample, begun: string | undefined): Promise<Effort> {
  const typist = new Typist(editor, FILE, begun === undefined ? 0 : begun.indexOf('  - \n') + 4);
  const fills = fillsOf(sample);
  if (begun !== undefined) typist.note(press('- '));
  await typist.complete(begun === undefined ? 'p' : '');
  while (typist.isFilling) {
    const { key } = typist;
    const fill = Object.hasOwn(fills, key) ? fills[key] : undefined;
    if (!fill) throw new Error(`Nobody knows what to write at ${key}:\n${typist.text}`);
    await fill(typist);
  }
  return typist.effort;
}

/** Ctrl+. and the action, then everything is saved: Ctrl+K, S. */
async function writeCapture(editor: Editor, folder: string): Promise<Effort> {
  const actions = await editor.actions(FILE, { line: 0, character: 0 });
  const index = actions.findIndex(({ title }) => title.startsWith('Write raw/captures/'));
  const [, edit] = actions[index]?.edit?.documentChanges ?? [];
  if (!edit) throw new Error(`No action writes the capture: ${actions.map(({ title }) => title)}`);
  const { textDocument, edits } = edit as TextDocumentEdit;
  const [made] = edits as { newText: string }[];
  const path = editor.fileOf(textDocument.uri);
  mkdirSync(join(folder, 'raw/captures'), { recursive: true });
  writeFileSync(join(folder, path), made?.newText ?? '');
  writeFileSync(join(folder, FILE), editor.text(FILE));
  return addUp(decide(2), decide(index + 1), decide(3));
}

/** Ctrl+S, with which every certain edit is made, the anchor of the quotation among them. */
async function save(editor: Editor, folder: string): Promise<Effort> {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  await editor.until(FILE, (diagnostics) => diagnostics.some(({ code }) => code === 'Q01'));
  const [fix] = await editor.actions(FILE, { line: 0, character: 0 }, ['source.fixAll']);
  const fixed = fix && editor.apply((await editor.resolve(fix)).edit, read).get(FILE);
  writeFileSync(join(folder, FILE), fixed ?? editor.text(FILE));
  return decide(2);
}
