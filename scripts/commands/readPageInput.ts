// A saved page, plain text or an address → what can be read off it.
import { decodePage } from '../article/decodePage.ts';
import { isHtml, type ReadPage, readHtml, readPlainText } from '../article/readPage.ts';
import { unpackMhtml } from '../article/unpackMhtml.ts';
import { fetchPage } from '../platform/fetchPage.ts';
import { readSource } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import type { Page } from './pages.ts';

/** A page and what must be said of how it was read. */
export interface Input {
  page: ReadPage;
  notes: string[];
}

/** Reads a saved page, or fetches one. */
export async function readPage(page: Page): Promise<Input> {
  return 'url' in page ? readAddress(page.url) : readSaved(page.from);
}

/** Fetches a page, within the bounds of {@link fetchPage}, and reads it. */
async function readAddress(url: string): Promise<Input> {
  const { bytes, address, encoding } = await fetchPage(url);
  return readBytes(bytes, encoding, address, url);
}

/** Reads a saved page, or plain text. */
async function readSaved(name: string): Promise<Input> {
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
