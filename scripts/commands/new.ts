// A saved page, plain text or an address → an article file and its capture.

import { createHash } from 'node:crypto';
import { isHtml, type ReadPage, readHtml, readPlainText } from '../article/readPage.ts';
import { type Known, renderTemplate, Todo } from '../article/template.ts';
import { fetchPage } from '../platform/fetchPage.ts';
import { ensureFolder, statOrNull, writeFileAtomic } from '../platform/files.ts';
import { readSource } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openProject, type Project } from '../project/openProject.ts';
import { countCodePoints, decodeUtf8 } from '../values/normalText.ts';
import { toSlug } from '../values/slug.ts';
import { type DefineCommand, rawOption } from './command.ts';

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

/** `npm run new`: writes raw/articles/<id>.md and raw/captures/<id>.txt, and says what a person must decide. Never overwrites. */
export async function createArticle(options: NewOptions, terminal: Terminal): Promise<number> {
  const page = await readInput(options);
  const project = openProject(options);
  const publisher = findPublisher(page, project);
  const id = options.id ?? proposeId(page, publisher);
  if (!SLUG.test(id))
    throw new UserError(`\`${id}\` is no id. Choose one with --id: lower-case words joined by hyphens.`);
  const file = `${project.raw}/articles/${id}.md`;
  const capture = `${project.raw}/captures/${id}.txt`;
  for (const path of [file, capture])
    if (await statOrNull(path)) throw new UserError(`${path} exists already. Choose another id with --id.`);
  const text = renderTemplate(describeArticle(id, page, publisher), describeClaim(id, page));
  await ensureFolder(`${project.raw}/articles`);
  await ensureFolder(`${project.raw}/captures`);
  await writeFileAtomic(capture, page.text);
  await writeFileAtomic(file, text);
  const open = text.match(/: todo\b/g)?.length ?? 0;
  terminal.out(
    [
      `${file}: ${open} places say \`todo\`; put what you decide there, and a synopsis in your own words below the last line.`,
      `${capture}: the article as it was read, ${countCodePoints(page.text)} characters. It stays on this machine: git ignores the folder.`,
      'Then `npm run validate` says what is missing, and `npm run fix` writes the anchors of quotations.\n',
    ].join('\n'),
  );
  return 0;
}

async function readInput({ from, url }: NewOptions): Promise<ReadPage> {
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
): Promise<ReadPage> {
  const text = decodePage(bytes, encoding);
  if (text === null || text.includes('\0')) throw new UserError(`${name} is no text in an encoding that it names.`);
  if (text.trim() === '') throw new UserError(`${name} is empty.`);
  if (!isHtml(text)) return { ...readPlainText(text), ...(address ? { url: { value: address, basis: 'page' } } : {}) };
  try {
    return await readHtml(text, address);
  } catch (error) {
    throw new UserError(`${name} cannot be read as an article: ${error instanceof Error ? error.message : error}.`);
  }
}

/** UTF-8 where it is valid, else the encoding that the server or the page names. */
function decodePage(bytes: Uint8Array, encoding: string | null): string | null {
  const text = decodeUtf8(bytes);
  if (text !== null) return text;
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named = encoding ?? /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  if (named === undefined) return null;
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
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
  const { title, url, published, language, authors, text } = page;
  const seen = page.publisher === null ? '' : `the page says: ${page.publisher}`;
  return {
    id,
    title: title
      ? title.value.replace(/[|<>]/g, ' ').replace(/\s+/g, ' ').trim()
      : new Todo('the headline, or what stands for it'),
    ...(title ? { title_basis: title.basis } : {}),
    publisher: publisher ?? new Todo(`an id of raw/vocabulary/publishers.yml, or null; ${seen}`),
    authors: authors
      .map((name) => name.replace(/[|<>]/g, ' ').replace(/\s+/g, ' ').trim())
      .filter((name) => name !== ''),
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
