// raw/ → build/metadata: what those who keep or list datasets want to know of the release.
import { renderDataset } from '../dataset/renderDataset.ts';
import { renderDcat } from '../formats/deposits/dcat.ts';
import type { DepositHead } from '../formats/deposits/depositHead.ts';
import { renderKaggle } from '../formats/deposits/kaggle.ts';
import { renderRoCrate } from '../formats/deposits/roCrate.ts';
import { renderZenodo } from '../formats/deposits/zenodo.ts';
import { writeFiles } from '../platform/folderFiles.ts';
import { recoverFolder, replaceFolder } from '../platform/folderSwap.ts';
import { readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { openJudged } from '../project/requireArticles.ts';
import { renderReleaseIndex } from '../release/releaseIndex.ts';
import { compareCodePoints } from '../values/order.ts';
import { reportFindings, sayNothingWritten } from './reporting.ts';

export interface MetadataOptions {
  raw: string;
  out?: string;
  /** The account at Kaggle; without it there is no file for Kaggle. */
  kaggle?: string;
}

/** Each file by its name; null where it cannot be made. */
const FILES: Readonly<Record<string, (head: DepositHead, options: MetadataOptions) => string | null>> = {
  '.zenodo.json': renderZenodo,
  'dataset-metadata.json': (head, { kaggle }) => (kaggle === undefined ? null : renderKaggle(head, kaggle)),
  'dcat.jsonld': renderDcat,
  'ro-crate-metadata.json': renderRoCrate,
};
const INDEX = 'index.json';

/** `npm run export -- metadata`: validates first, and writes nothing where there is an error (exit code 1). */
export async function exportMetadata(options: MetadataOptions, terminal: Terminal): Promise<number> {
  const out = options.out ?? 'build/metadata';
  const project = openJudged(options);
  const { check, dataset } = await renderDataset(project, null);
  const { findings, summary, tally } = check;
  if (findings.length > 0)
    terminal.out(await reportFindings(findings, summary, 'text', readTextIfAny, terminal.colour));
  if (dataset === null) {
    terminal.out(sayNothingWritten(summary.errors));
    return 1;
  }
  const { settings, history } = project;
  const { version, measured } = dataset;
  const files = [...measured].sort((a, b) => compareCodePoints(a.path, b.path));
  const head = { settings, version, files, languages: [...tally.byLanguage.keys()].sort(compareCodePoints) };
  const texts = new Map<string, string>([[INDEX, renderReleaseIndex(settings, history, version, files)]]);
  for (const [path, render] of Object.entries(FILES)) {
    const text = render(head, options);
    if (text !== null) texts.set(path, text);
  }
  await recoverFolder(out);
  await replaceFolder(out, (staging) => writeFiles(staging, texts), {
    owned: (path) => path === INDEX || Object.hasOwn(FILES, path),
  });
  terminal.out(`${out}: ${[...texts.keys()].sort(compareCodePoints).join(', ')}, version ${version}\n`);
  return 0;
}
