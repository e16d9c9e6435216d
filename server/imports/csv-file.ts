import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';

/** One record of a file. */
export interface CsvRow {
  /** The line that it begins in, the header's being 1. */
  line: number;
  cells: string[];
}

/** The file cannot be read beyond a line. */
export class BrokenCsv extends Error {
  readonly line: number;

  constructor(line: number, cause: CsvError) {
    super(cause.message, { cause });
    this.line = line;
  }
}

const delimiters = [',', ';', '\t'] as const;

/** What separates the cells: whatever the header has most of, outside of quotes. */
export function guessDelimiter(text: string): string {
  const [header = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n|\r/, 1);
  const countOf = (delimiter: string): number => header.split(delimiter).length;
  return delimiters.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}

/** Longest record, in bytes: a description with everything around it. */
const maxRecordBytes = 1_000_000;

/**
 * The records of a file that comes in parts, the header first. Rows may be shorter or longer than the header.
 * @throws BrokenCsv where quotes do not match.
 */
export async function* readCsv(parts: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const iterator = parts[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  // Where the parser is, which is further than what it has handed on.
  let parsedLine = 0;
  const parser = parse({
    delimiter: guessDelimiter(first.value),
    bom: true,
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: maxRecordBytes,
    on_record: (record: string[], { lines }) => {
      parsedLine = lines;
      return record;
    },
  });
  const source = Readable.from(chain(first.value, iterator));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      yield { line, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    throw error instanceof CsvError ? new BrokenCsv(parsedLine + 1, error) : error;
  } finally {
    source.destroy();
  }
}

async function* chain(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
