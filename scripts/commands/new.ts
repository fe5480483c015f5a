// A saved page, plain text or an address → an article file and its capture.

import { createHash } from 'node:crypto';
import { decodePage } from '../article/decodePage.ts';
import { isHtml, type ReadPage, readHtml, readPlainText } from '../article/readPage.ts';
import { type Known, renderTemplate, Todo } from '../article/template.ts';
import { unpackMhtml } from '../article/unpackMhtml.ts';
import { fetchPage } from '../platform/fetchPage.ts';
import { ensureFolder, statOrNull, writeNewFiles } from '../platform/files.ts';
import { isOutside, readSource } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openProject, type Project } from '../project/openProject.ts';
import { countCodePoints } from '../values/normalText.ts';
import { isReserved } from '../values/reservedName.ts';
import { toSlug } from '../values/slug.ts';
import { type DefineCommand, rawOption, sayCommand } from './command.ts';

export interface NewOptions {
  raw: string;
  from?: string;
  url?: string;
  id?: string;
}

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('new')
    .description('begin an article from a saved page, plain text or an address')
    .addOption(rawOption())
    .option('--from <file>', 'a saved HTML page, or plain text')
    .option('--url <url>', 'a page to fetch')
    .option('--id <id>', "the article's id (default: publisher and date)")
    .action(async (options) => done(await createArticle(options, terminal)));
};

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * `npm run new`: writes raw/articles/<id>.md and raw/captures/<id>.txt, and says what a person must decide. Never
 * overwrites.
 */
export async function createArticle(options: NewOptions, terminal: Terminal): Promise<number> {
  const { page, notes } = await readInput(options);
  const project = openProject(options);
  const publisher = findPublisher(page, project);
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
  const text = renderTemplate(describeArticle(id, page, publisher), describeClaim(id, page));
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
      `${file}: ${open} places say \`todo\`; put what you decide there, and a synopsis in your own words below the last line.`,
      `${capture}: the article as it was read, ${countCodePoints(page.text)} characters. It stays on this machine: git ignores the folder.`,
      `Then \`${sayCommand('validate', options.raw)}\` says what is missing, and \`${sayCommand('fix', options.raw)}\` writes the anchors of quotations.\n`,
    ].join('\n'),
  );
  return 0;
}

/** A page and what must be said of how it was read. */
interface Input {
  page: ReadPage;
  notes: string[];
}

async function readInput({ from, url }: NewOptions): Promise<Input> {
  if ((from === undefined) === (url === undefined)) throw new UserError('Name one of --from FILE and --url URL.');
  if (url !== undefined) {
    const { bytes, address, encoding } = await fetchPage(url);
    return readBytes(bytes, encoding, address, url);
  }
  const name = from as string;
  const read = readSource(name);
  if ('problem' in read) throw new UserError(`${name} cannot be read. ${read.problem}`);
  return readBytes(read.bytes, null, null, name);
}

async function readBytes(
  bytes: Uint8Array,
  encoding: string | null,
  address: string | null,
  name: string,
): Promise<Input> {
  const fail = (error: unknown) =>
    new UserError(`${name} cannot be read as an article: ${error instanceof Error ? error.message : error}.`);
  try {
    const saved = unpackMhtml(bytes);
    if (saved) return await readText(saved.bytes, saved.encoding, address ?? saved.address, name, true);
    return await readText(bytes, encoding, address, name, false);
  } catch (error) {
    throw error instanceof UserError ? error : fail(error);
  }
}

async function readText(
  bytes: Uint8Array,
  encoding: string | null,
  address: string | null,
  name: string,
  isPage: boolean,
): Promise<Input> {
  const decoded = decodePage(bytes, encoding);
  if ('badAt' in decoded)
    throw new UserError(
      `${name} is no text in an encoding that it names: byte ${decoded.badAt + 1} is none of its letters. Save it again as UTF-8.`,
    );
  const { text, bad } = decoded;
  if (text.trim() === '') throw new UserError(`${name} is empty.`);
  const notes = bad.length === 0 ? [] : [`${name}: ${describeBad(bad)}; U+FFFD stands there in what was read.`];
  if (isPage || isHtml(text)) return { page: await readHtml(text, address), notes };
  return {
    page: { ...readPlainText(text), ...(address ? { url: { value: address, basis: 'page' } } : {}) },
    notes,
  };
}

function describeBad(bad: readonly number[]): string {
  const places = bad.slice(0, 5).map((at) => at + 1);
  if (bad.length === 1) return `byte ${places[0]} is no UTF-8`;
  return `${bad.length} bytes are no UTF-8 (${places.join(', ')}${bad.length > 5 ? ' …' : ''})`;
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
