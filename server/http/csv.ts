import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/**
 * Rows as CSV with a header, in UTF-8 with a mark so that spreadsheets read every script. A cell that a spreadsheet
 * would take for a formula gets an apostrophe in front: texts of strangers must not be run.
 */
export function csvOf<Row>(
  rows: AsyncIterable<readonly Row[]>,
  present: (row: Row) => Record<string, CsvCell>,
): Readable {
  const writer = stringify({
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
  // A failure of either ends the answer in the middle, which its reader notices.
  return pipeline(Readable.from(records(rows, present)), writer, () => undefined);
}

export type CsvCell = string | number | boolean | null | readonly string[];

async function* records<Row>(
  rows: AsyncIterable<readonly Row[]>,
  present: (row: Row) => Record<string, CsvCell>,
): AsyncGenerator<Record<string, string | number | boolean | null>> {
  for await (const stretch of rows) {
    for (const row of stretch) {
      yield Object.fromEntries(Object.entries(present(row)).map(([key, value]) => [key, cellOf(value)]));
    }
  }
}

function cellOf(value: CsvCell): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? value.join(', ') : value;
}
