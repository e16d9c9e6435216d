import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../..');

/** Attributes that people read or hear. */
const spoken = new Set(['aria-label', 'alt', 'label', 'legend', 'placeholder', 'title', 'description']);
/** The product's name is the same in every language; an address shows a form, not words. */
const allowed = new Set(['Waypost', 'https://desk.example']);

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

const isWords = (text: unknown): text is string =>
  typeof text === 'string' && /\p{L}{2}/u.test(text) && !allowed.has(text.trim());

function literalOf(node: unknown): string | null {
  if (!isTree(node)) return null;
  if (node['type'] === 'JSXExpressionContainer') return literalOf(node['expression']);
  return node['type'] === 'StringLiteral' && isWords(node['value']) ? node['value'] : null;
}

function nameOf(node: unknown): string {
  return isTree(node) && typeof node['value'] === 'string' ? node['value'] : '';
}

/** The literal text that one node shows, if it shows one. */
function shownBy(node: Tree): string | null {
  switch (node['type']) {
    case 'JSXText':
      return isWords(node['value']) ? node['value'].trim() : null;
    case 'JSXExpressionContainer':
      return literalOf(node);
    case 'JSXAttribute':
      return spoken.has(nameOf(node['name'])) ? literalOf(node['value']) : null;
    default:
      return null;
  }
}

function* literalsIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) {
    for (const part of node as unknown[]) yield* literalsIn(part);
    return;
  }
  if (!isTree(node)) return;
  const text = shownBy(node);
  if (text !== null) yield text;
  // Attributes other than the spoken ones hold names of styles and roles.
  if (node['type'] === 'JSXAttribute')
    yield* literalsIn(isTree(node['value']) ? jsxInside(node['value']) : null);
  else for (const value of Object.values(node)) yield* literalsIn(value);
}

/** Elements and functions inside of an attribute's expression, without the plain string that it may be. */
function jsxInside(value: Tree): unknown {
  return literalOf(value) === null && value['type'] === 'JSXExpressionContainer'
    ? [value['expression']]
    : null;
}

function literalsOf(source: string): string[] {
  return [...new Set(literalsIn(parseSync(source, { syntax: 'typescript', tsx: true })))];
}

const components = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'),
);

it('finds texts that a component holds itself', () => {
  expect(literalsOf('<p title="Two words" className="pane">Hello {"you"}</p>')).toEqual([
    'Two words',
    'Hello',
    'you',
  ]);
  expect(literalsOf('<Field name={t("a:b")} icon={<b>bold</b>}>·</Field>')).toEqual(['bold']);
});

it('looks at the whole interface', () => {
  expect(components.length).toBeGreaterThan(40);
});

it.each(components)('says nothing of its own: %s', (path) => {
  expect(literalsOf(readFileSync(join(folder, path), 'utf8'))).toEqual([]);
});
