// A selection → code that makes the same selection from claims.csv.
import { type FacetKey, type Filters, NOT_SETTLED } from './viewState.ts';

export const LANGUAGES = {
  pandas: 'Python, pandas',
  polars: 'Python, polars',
  duckdb: 'SQL, DuckDB',
  r: 'R, dplyr',
} as const;
export type CodeLanguage = keyof typeof LANGUAGES;

/** Columns of claims.csv; what is missing here cannot be asked of that file alone. */
const COLUMNS: Partial<Record<FacetKey, string>> = {
  verdict: 'verdict',
  article: 'article_id',
  claimant: 'claimant',
  asserter: 'asserted_by',
  topic: 'topics',
  type: 'claim_type',
  distortion: 'distortion',
  status: 'status',
  confidence: 'confidence',
  publisher: 'source_publisher',
};

interface Condition {
  readonly column: string;
  readonly values: readonly string[];
  readonly list: boolean;
}

/**
 * Writes the code. What asks for the search or for the evidence is said by the ids of the claims.
 * @param ids the selected claims in order.
 */
export function writeCode(language: CodeLanguage, filters: Filters, ids: readonly string[]): string {
  const conditions: Condition[] = [];
  let plain = filters.query.trim() === '';
  for (const [key, values] of Object.entries(filters.values) as [FacetKey, readonly string[]][]) {
    const column = COLUMNS[key];
    if (values.length === 0) continue;
    if (column === undefined || values.includes(NOT_SETTLED)) plain = false;
    else conditions.push({ column, values, list: key === 'topic' });
  }
  const { from, to } = filters;
  if (!plain) return WRITERS[language]([{ column: 'claim_id', values: ids, list: false }], '', '');
  return WRITERS[language](conditions, from, to);
}

const WRITERS: Record<CodeLanguage, (conditions: readonly Condition[], from: string, to: string) => string> = {
  pandas: (conditions, from, to) => {
    const tests = conditions.map(({ column, values, list }) =>
      list
        ? `claims["${column}"].str.split("|").map(lambda ids: bool({${join(values, python)}} & set(ids)))`
        : `claims["${column}"].isin([${join(values, python)}])`,
    );
    if (from !== '') tests.push(`((claims["claim_date_last"] == "") | (claims["claim_date_last"] >= "${from}"))`);
    if (to !== '') tests.push(`((claims["claim_date_first"] == "") | (claims["claim_date_first"] <= "${to}"))`);
    const read = 'import pandas as pd\n\nclaims = pd.read_csv("claims.csv", dtype=str, keep_default_na=False)\n';
    return `${read}selection = claims${tests.length === 0 ? '' : `[\n    ${tests.join('\n    & ')}\n]`}\n`;
  },
  polars: (conditions, from, to) => {
    const tests = conditions.map(({ column, values, list }) =>
      list
        ? `pl.col("${column}").str.split("|").list.eval(pl.element().is_in([${join(values, python)}])).list.any()`
        : `pl.col("${column}").is_in([${join(values, python)}])`,
    );
    if (from !== '') tests.push(`pl.col("claim_date_last").is_null() | (pl.col("claim_date_last") >= "${from}")`);
    if (to !== '') tests.push(`pl.col("claim_date_first").is_null() | (pl.col("claim_date_first") <= "${to}")`);
    const read = 'import polars as pl\n\nclaims = pl.read_csv("claims.csv", infer_schema=False)\n';
    return `${read}selection = claims${tests.length === 0 ? '' : `.filter(\n    ${tests.join(',\n    ')},\n)`}\n`;
  },
  duckdb: (conditions, from, to) => {
    const tests = conditions.map(({ column, values, list }) =>
      list
        ? `list_has_any(string_split(coalesce(${column}, ''), '|'), [${join(values, sql)}])`
        : `${column} IN (${join(values, sql)})`,
    );
    if (from !== '') tests.push(`(claim_date_last IS NULL OR claim_date_last >= '${from}')`);
    if (to !== '') tests.push(`(claim_date_first IS NULL OR claim_date_first <= '${to}')`);
    return `SELECT *\nFROM read_csv('claims.csv', header = true, all_varchar = true)${tests.length === 0 ? '' : `\nWHERE ${tests.join('\n  AND ')}`};\n`;
  },
  r: (conditions, from, to) => {
    const tests = conditions.map(({ column, values, list }) =>
      list
        ? `sapply(strsplit(${column}, "|", fixed = TRUE), \\(ids) any(ids %in% c(${join(values, python)})))`
        : `${column} %in% c(${join(values, python)})`,
    );
    if (from !== '') tests.push(`(claim_date_last == "" | claim_date_last >= "${from}")`);
    if (to !== '') tests.push(`(claim_date_first == "" | claim_date_first <= "${to}")`);
    const read =
      'library(dplyr)\n\nclaims <- read.csv("claims.csv", colClasses = "character", na.strings = character())\n';
    return `${read}selection <- claims${tests.length === 0 ? '' : ` |>\n  filter(\n    ${tests.join(',\n    ')}\n  )`}\n`;
  },
};

function join(values: readonly string[], quote: (value: string) => string): string {
  return values.map(quote).join(', ');
}

/** A string of Python and R; both read these escapes. */
function python(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replace(/[\p{Cc}]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

function sql(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
