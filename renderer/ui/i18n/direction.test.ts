import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../..');
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);

/** Names of sides that do not turn around with the writing. */
const sided =
  /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float): (?:left|right))(?=[:;])/;

it('knows a side when it sees one', () => {
  expect('  margin-left: 4px;').toMatch(sided);
  expect('  left: 0;').toMatch(sided);
  expect('  text-align: right;').toMatch(sided);
  expect('  margin-inline-start: 4px; text-align: start; inset-inline-end: 0;').not.toMatch(sided);
});

it.each(sheets)('is laid out for either direction of writing: %s', (path) => {
  const lines = readFileSync(join(folder, path), 'utf8').split('\n');
  expect(lines.filter((line) => sided.test(line))).toEqual([]);
});
