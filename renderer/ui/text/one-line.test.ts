import { expect, it } from 'vitest';
import { oneLine } from './one-line.ts';

it.each([
  ['Hello\n  there', 'Hello there'],
  [
    '<p>Hello,</p><p>see <a href="https://a.example">the bill</a>&nbsp;&amp; pay</p>',
    'Hello, see the bill & pay',
  ],
  ['<style>p { color: red }</style><p>Red</p>', 'Red'],
  ['<div>Cut off in <a href="https://a.exam', 'Cut off in'],
  ['5 < 6 and a <b> in a sentence', '5 < 6 and a <b> in a sentence'],
])('says %j in one line', (text, line) => {
  expect(oneLine(text)).toBe(line);
});
