import { expect, it } from 'vitest';
import { BrokenCsv, guessDelimiter, readCsv, type CsvRow } from './csv-file.ts';

async function rowsOf(...parts: string[]): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(each(parts))) rows.push(row);
  return rows;
}

async function* each(parts: readonly string[]): AsyncGenerator<string> {
  yield* parts;
}

it('reads records across parts, with the line in which each begins', async () => {
  const text = '\uFEFFkey,subject\r\n1,"A ""long""\r\nstory"\r\n\r\n2, short \r\n,\r\n3';
  const expected = [
    { line: 1, cells: ['key', 'subject'] },
    { line: 2, cells: ['1', 'A "long"\r\nstory'] },
    { cells: ['2', 'short'] },
    { cells: ['3'] },
  ];
  expect(await rowsOf(text)).toMatchObject(expected);
  // The header must be whole in the first part, as it is in any part of the usual size.
  const cut = Array.from({ length: text.length - 14 }, (_, index) => text.charAt(14 + index));
  expect(await rowsOf(text.slice(0, 14), ...cut)).toMatchObject(expected);
  expect(await rowsOf()).toEqual([]);
});

it('says where quotes do not match', async () => {
  const broken = rowsOf('key,subject\n1,fine\n2,"never ends\n3,lost\n');
  await expect(broken).rejects.toThrow(BrokenCsv);
  await expect(broken).rejects.toMatchObject({ line: 3 });
});

it.each([
  ['a,b;c,d\n;;;;;;', ','],
  ['a;"b,c,d,e";f', ';'],
  ['a\tb', '\t'],
  ['alone', ','],
])('%j is separated by %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});
