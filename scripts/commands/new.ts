// A saved page, plain text or an address → an article file and its capture.

import { createHash } from 'node:crypto';
import { Option } from 'commander';
import type { ReadPage } from '../article/readPage.ts';
import { type Known, renderTemplate, Todo } from '../article/template.ts';
import { chooseId } from '../labelling/chooseId.ts';
import { ensureFolder, statOrNull, writeNewFiles } from '../platform/files.ts';
import { isOutside } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openProject, type Project } from '../project/openProject.ts';
import { countCodePoints } from '../values/normalText.ts';
import { isReserved } from '../values/reservedName.ts';
import { toSlug } from '../values/slug.ts';
import { type DefineCommand, rawOption, sayCommand } from './command.ts';
import { defineNewClaim } from './newClaim.ts';
import { defineNewEvidence } from './newEvidence.ts';
import { type Input, readAddress, readSaved } from './readPageInput.ts';

export interface NewOptions {
  raw: string;
  from?: string;
  url?: string;
  id?: string;
  publisher?: string;
  nature?: string;
  licence?: string;
  synopsis?: string;
}

export const define: DefineCommand = (program, outside) => {
  const { terminal, done } = outside;
  const command = program
    .command('new')
    .description('begin an article from a saved page, plain text or an address; a claim; a piece of evidence')
    // What stands behind the name of a part belongs to the part.
    .enablePositionalOptions()
    .addOption(rawOption())
    .option('--from <file>', 'a saved HTML page, or plain text')
    .option('--url <url>', 'a page to fetch')
    .option('--id <id>', "the article's id (default: publisher and date)")
    .option('--publisher <id>', 'an id or name of raw/vocabulary/publishers.yml')
    .addOption(
      new Option('--nature <nature>', 'how it came about').choices(['original', 'rewritten', 'translated', 'repost']),
    )
    .option('--licence <id>', 'an id of raw/vocabulary/licences.yml')
    .option('--synopsis <text>', 'what the article is about, in words of your own')
    .action(async (options) => done(await createArticle(options, terminal)));
  defineNewClaim(command, outside);
  defineNewEvidence(command, outside);
};

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * `npm run new`: writes raw/articles/<id>.md and raw/captures/<id>.txt, and says what a person must decide. Never
 * overwrites.
 */
export async function createArticle(options: NewOptions, terminal: Terminal): Promise<number> {
  const { page, notes } = await readInput(options);
  const project = openProject(options);
  const { vocabulary } = project;
  const publisher =
    options.publisher === undefined
      ? findPublisher(page, project)
      : chooseId(options.publisher, 'publishers', vocabulary);
  const id = options.id ?? proposeId(page, publisher);
  if (!SLUG.test(id))
    throw new UserError(`\`${id}\` is no id. Choose one with --id: lower-case words joined by hyphens.`);
  if (isReserved(id)) throw new UserError(`Windows reserves the name \`${id}\`. Choose another id with --id.`);
  const file = `${project.raw}/articles/${id}.md`;
  const capture = `${project.raw}/captures/${id}.txt`;
  for (const path of [file, capture])
    if (await statOrNull(path)) throw new UserError(`${path} exists already. Choose another id with --id.`);
  for (const folder of ['articles', 'captures'])
    if (isOutside(`${project.raw}/${folder}`, project.raw))
      throw new UserError(`${project.raw}/${folder} is a link that leads out of ${project.raw}. Nothing was written.`);
  const known = describeArticle(id, page, publisher);
  if (options.nature !== undefined) known['nature'] = options.nature;
  if (options.licence !== undefined)
    known['rights'] = { license: chooseId(options.licence, 'licences', vocabulary), holder: page.publisher };
  const synopsis = options.synopsis === undefined ? '' : `${options.synopsis.trim()}\n`;
  const text = renderTemplate(known, describeClaim(id, page)) + synopsis;
  await ensureFolder(`${project.raw}/articles`);
  await ensureFolder(`${project.raw}/captures`);
  // The article's name is taken first: whoever comes second has written nothing.
  const taken = await writeNewFiles([
    [file, text],
    [capture, page.text],
  ]);
  if (taken !== null) throw new UserError(`${taken} exists already. Choose another id with --id.`);
  const open = text.match(/: todo\b/g)?.length ?? 0;
  terminal.out(
    [
      ...notes,
      `${file}: ${open} places say \`todo\`; put what you decide there${synopsis === '' ? ', and a synopsis in your own words below the last line' : ''}.`,
      `${capture}: the article as it was read, ${countCodePoints(page.text)} characters. It stays on this machine: git ignores the folder.`,
      `Then \`${sayCommand('validate', options.raw)}\` says what is missing, and \`${sayCommand('fix', options.raw)}\` writes the anchors of quotations.\n`,
    ].join('\n'),
  );
  return 0;
}

async function readInput({ from, url }: NewOptions): Promise<Input> {
  if ((from === undefined) === (url === undefined)) throw new UserError('Name one of --from FILE and --url URL.');
  return url === undefined ? readSaved(from as string) : readAddress(url);
}

/** The entry of the publisher vocabulary whose domain or name the page has. */
function findPublisher({ url, publisher }: ReadPage, { vocabulary }: Project): string | null {
  const host = url === null ? null : new URL(url.value).hostname;
  const name = publisher?.toLowerCase();
  for (const entry of vocabulary.publishers.values()) {
    const isAt = (domain: string) => host === domain || host?.endsWith(`.${domain}`) === true;
    if (entry.domains?.some(isAt) || entry.name.toLowerCase() === name) return entry.id;
  }
  return null;
}

function proposeId({ url, title, published }: ReadPage, publisher: string | null): string {
  const host = url === null ? null : new URL(url.value).hostname.replace(/^www\./, '').replace(/\.[^.]+$/, '');
  const source = publisher ?? toSlug(host ?? '', 6) ?? toSlug(title?.value ?? '', 6);
  if (!source) throw new UserError('No id can be made of this page. Choose one with --id.');
  return published === null ? source : `${source}-${published.value}`;
}

function describeArticle(id: string, page: ReadPage, publisher: string | null): Known {
  const { title, url, published, language, authors, authorsAsPrinted, text } = page;
  const seen = page.publisher === null ? '' : `the page says: ${page.publisher}`;
  return {
    id,
    title: title?.value ?? new Todo('the headline, or what stands for it'),
    ...(title ? { title_basis: title.basis } : {}),
    publisher: publisher ?? new Todo(`an id of raw/vocabulary/publishers.yml, or null; ${seen}`),
    authors:
      authorsAsPrinted === null
        ? authors.map((name) => name.replace(/[|<>]/g, ' ').replace(/\s+/g, ' ').trim()).filter((name) => name !== '')
        : new Todo(`a list of names, or []; the page says: ${authorsAsPrinted}`),
    url: url?.value ?? null,
    url_basis: url?.basis ?? null,
    published: published?.value ?? new Todo('a date as EDTF: 2024-05-02, 2024-05'),
    ...(published ? { published_basis: published.basis } : {}),
    language: language ?? new Todo('BCP 47: en, cs, zh-Hans'),
    rights: {
      license: new Todo('an id of raw/vocabulary/licences.yml'),
      holder: page.publisher ?? null,
    },
    text: 'withheld',
    capture: {
      file: `${id}.txt`,
      norm: 'norm-1',
      sha256: createHash('sha256').update(text).digest('hex'),
      characters: countCodePoints(text),
    },
  };
}

function describeClaim(id: string, { published }: ReadPage): Known {
  return {
    id: `${id}-c01`,
    claim_date: published?.value ?? new Todo('when the claimant made the claim'),
    claimant: new Todo('an id of raw/vocabulary/entities.yml, or article'),
    verdict: null,
    justification: null,
    status: 'draft',
  };
}
