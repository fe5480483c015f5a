// Bytes of an XLSX file → rows of one sheet as text, and the cells in which a spreadsheet shows an error.
import { strFromU8, unzipSync } from 'fflate';
import { readSheet as readRows } from 'read-excel-file/node';

export interface SheetRows {
  rows: (string | null)[][];
  /** Cells that hold an error such as `#REF!`: row and column from 0. The reader gives null for them in silence. */
  errors: { row: number; column: number; text: string }[];
}

/** No honest sheet unpacks to more bytes. */
const MOST = 512 * 1024 * 1024;

/** Reads a sheet by its number from 1 or its name. @throws Error in plain words, where it cannot be read */
export async function readSheet(bytes: Uint8Array, sheet: number | string = 1): Promise<SheetRows> {
  const parts = unpackParts(bytes);
  const data = await readRows<string>(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), sheet, {
    trim: false,
    parseNumber: (text) => text,
  });
  const rows = data.map((cells) => cells.map(toCell));
  return { rows, errors: findErrors(parts, sheet) };
}

function toCell(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Date)) return String(value);
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

/** The parts of the workbook that are read here. @throws Error for what would unpack to too much, or is no workbook */
function unpackParts(bytes: Uint8Array): Record<string, Uint8Array> {
  let sum = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize;
      return false;
    },
  });
  if (sum > MOST) throw new Error(`It unpacks to more than ${MOST / 1024 / 1024} MiB.`);
  return unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name),
  });
}

function findErrors(parts: Record<string, Uint8Array>, sheet: number | string): SheetRows['errors'] {
  const xml = parts[findPart(parts, sheet) ?? ''];
  if (!xml) return [];
  const errors: SheetRows['errors'] = [];
  for (const [, attributes = '', text = ''] of strFromU8(xml).matchAll(/<c\b([^>]*\bt="e"[^>]*)>(.*?)<\/c>/gs)) {
    const [, letters = 'A', digits = '1'] = /\br="([A-Z]+)(\d+)"/.exec(attributes) ?? [];
    const shown = /<v>([^<]*)<\/v>/.exec(text)?.[1] ?? '';
    errors.push({ row: Number(digits) - 1, column: columnOf(letters), text: shown });
  }
  return errors;
}

function findPart(parts: Record<string, Uint8Array>, sheet: number | string): string | null {
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const sheets = [...workbook.matchAll(/<sheet\b([^>]*)\/?>/g)].map(([, text = '']) => text);
  const wanted =
    typeof sheet === 'number' ? sheets[sheet - 1] : sheets.find((text) => attributeOf(text, 'name') === sheet);
  const id = wanted === undefined ? null : attributeOf(wanted, 'r:id');
  const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
  for (const [, text = ''] of relations.matchAll(/<Relationship\b([^>]*)\/?>/g))
    if (attributeOf(text, 'Id') === id) return `xl/${(attributeOf(text, 'Target') ?? '').replace(/^\/?(?:xl\/)?/, '')}`;
  return null;
}

function attributeOf(text: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? null;
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}
