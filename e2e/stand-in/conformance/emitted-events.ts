import { globSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, parseFile, walk, type SyntaxNode } from './syntax-tree.ts';

const emitting: ReadonlySet<string> = new Set(['emit', 'emitPreventable']);

/** The names of all events that the stand-in ever emits, whoever emits them. */
export function readEmittedEvents(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of globSync('*.ts', { cwd: join(import.meta.dirname, '..') })) {
    walk(parseFile(join(import.meta.dirname, '..', file)), (node) => {
      if (node.type !== 'CallExpression') return;
      const called = node['callee'] as SyntaxNode;
      const callee = called.type === 'OptionalChainingExpression' ? (called['base'] as SyntaxNode) : called;
      if (callee.type !== 'MemberExpression' || !emitting.has(nameOf(callee['property']) ?? '')) return;
      const [first] = node['arguments'] as { expression: unknown }[];
      const name = nameOf(first?.expression);
      if (name !== undefined) names.add(name);
    });
  }
  return names;
}
