import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/** A node of the parser's tree, as far as a walk over all of them knows it. */
export interface SyntaxNode {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** Reads a TypeScript file, or a `.d.ts`. */
export function parseFile(path: string): SyntaxNode {
  const source = readFileSync(path, 'utf8');
  return parseSync(source, { syntax: 'typescript', target: 'es2024' }) as unknown as SyntaxNode;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/** Visits a tree from the top; a visitor that answers false keeps out of what is below. */
export function walk(tree: unknown, visit: (node: SyntaxNode) => boolean | void): void {
  if (Array.isArray(tree)) {
    for (const part of tree) walk(part, visit);
    return;
  }
  if (typeof tree !== 'object' || tree === null) return;
  // Some parts (an argument, a declarator's definite mark) are plain objects around nodes.
  if (isNode(tree) && visit(tree) === false) return;
  for (const part of Object.values(tree)) walk(part, visit);
}

/** The name of an identifier or of a string, private ones with their mark; undefined for other nodes. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  const value = node['value'];
  if (typeof value !== 'string') return undefined;
  return node.type === 'PrivateName' ? `#${value}` : value;
}
