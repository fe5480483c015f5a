// Names of sheets → the parts of an Excel workbook, but for the sheets.
import { STYLES } from './worksheet.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Where the sheet at a place, counted from 0, lies in the archive. */
export function sheetPath(place: number): string {
  return `xl/${sheetTarget(place)}`;
}

function sheetTarget(place: number): string {
  return `worksheets/sheet${place + 1}.xml`;
}

/** The parts by path, in the order in which they are written. Names are of letters, digits and `_`, at most 31. */
export function renderWorkbookParts(sheets: readonly string[]): Map<string, string> {
  const styles = sheets.length + 1;
  const listed = sheets.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return new Map([
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/${sheetPath(i)}" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    ['_rels/.rels', renderRelations([relate(1, 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      renderRelations([
        ...sheets.map((_, i) => relate(i + 1, 'worksheet', sheetTarget(i))),
        relate(styles, 'styles', 'styles.xml'),
      ]),
    ],
    ['xl/styles.xml', `${XML}<styleSheet xmlns="${MAIN}">${STYLES}</styleSheet>`],
  ]);
}

function relate(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function renderRelations(relations: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}
