import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { nameOf, parseFile, walk, type SyntaxNode } from './syntax-tree.ts';

/** What Electron's own declarations say of its types, as far as it takes to follow a chain of members. */
export interface ElectronTypes {
  /** The type of a value that the package exports: `app` is an `App`, and a class is its own. */
  readonly typeByExport: ReadonlyMap<string, string>;
  /** For each type, its members, each with the type of what it holds or answers when that is one of Electron's. */
  readonly membersByType: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

const declarationsPath = join(dirname(createRequire(import.meta.url).resolve('electron')), 'electron.d.ts');

/** Reads `electron.d.ts` of the version that is installed. */
export function readElectronTypes(): ElectronTypes {
  const typeByExport = new Map<string, string>();
  const ownByType = new Map<string, Map<string, string | null>>();
  const parentByType = new Map<string, string>();
  walk(parseFile(declarationsPath), (node) => {
    if (node.type === 'VariableDeclarator') {
      const [name, type] = [nameOf(node['id']), typeNameOf(annotationOf(node['id']))];
      if (name !== undefined && type !== null) typeByExport.set(name, type);
    }
    if (node.type !== 'ClassDeclaration' && node.type !== 'TsInterfaceDeclaration') return;
    const name = nameOf(node['identifier'] ?? node['id']) ?? '';
    const parent = parentOf(node);
    // The namespaces repeat each class as one that extends itself.
    if (parent === name) return;
    if (node.type === 'ClassDeclaration') typeByExport.set(name, name);
    if (parent !== undefined) parentByType.set(name, parent);
    ownByType.set(name, readMembers(node));
  });
  return { typeByExport, membersByType: inherit(ownByType, parentByType) };
}

function parentOf(node: SyntaxNode): string | undefined {
  const [first] = (node['extends'] as SyntaxNode[] | undefined) ?? [node['superClass']];
  const expression = (first as SyntaxNode | null | undefined)?.['expression'] ?? first;
  const property = (expression as SyntaxNode | null | undefined)?.['property'];
  return nameOf(property ?? expression);
}

const memberTypes: ReadonlySet<string> = new Set([
  'ClassMethod',
  'ClassProperty',
  'TsMethodSignature',
  'TsPropertySignature',
]);

function readMembers(declaration: SyntaxNode): Map<string, string | null> {
  const body = declaration['body'] as SyntaxNode[] | { body: SyntaxNode[] };
  const members = new Map<string, string | null>();
  for (const member of Array.isArray(body) ? body : body.body) {
    const name = memberTypes.has(member.type) ? nameOf(member['key']) : undefined;
    if (name === undefined) continue;
    const answer = (member['function'] as SyntaxNode | undefined)?.['returnType'] ?? member['typeAnn'];
    members.set(name, typeNameOf(answer ?? member['typeAnnotation']));
  }
  return members;
}

function inherit(
  ownByType: ReadonlyMap<string, ReadonlyMap<string, string | null>>,
  parentByType: ReadonlyMap<string, string>,
): Map<string, Map<string, string | null>> {
  const allOf = (type: string | undefined): [string, string | null][] =>
    type === undefined ? [] : [...allOf(parentByType.get(type)), ...(ownByType.get(type) ?? [])];
  return new Map([...ownByType.keys()].map((type) => [type, new Map(allOf(type))]));
}

function annotationOf(node: unknown): unknown {
  return (node as SyntaxNode | undefined)?.['typeAnnotation'];
}

/** The name of the type that an annotation is about: of a union, a promise, a list and a function, what comes of it. */
export function typeNameOf(annotation: unknown): string | null {
  const node = annotation as SyntaxNode | null | undefined;
  switch (node?.type) {
    case 'TsTypeAnnotation':
      return typeNameOf(node['typeAnnotation']);
    case 'TsParenthesizedType':
    case 'TsTypeOperator':
    case 'TsFunctionType':
      return typeNameOf(node['typeAnnotation']);
    case 'TsArrayType':
      return typeNameOf(node['elemType']);
    case 'TsUnionType':
    case 'TsIntersectionType':
      return (node['types'] as unknown[]).map(typeNameOf).find((name) => name !== null) ?? null;
    case 'TsTypeQuery':
      return nameOf(node['exprName']) ?? null;
    case 'TsTypeReference':
      return nameOfReference(node);
    default:
      return null;
  }
}

const transparentTypes: ReadonlySet<string> = new Set(['Array', 'Partial', 'Pick', 'Promise', 'Readonly']);

function nameOfReference(node: SyntaxNode): string | null {
  const qualified = node['typeName'] as SyntaxNode;
  const name = nameOf(qualified) ?? nameOf(qualified['right']) ?? null;
  if (name === null || !transparentTypes.has(name)) return name;
  const { params } = node['typeParams'] as { params: unknown[] };
  return typeNameOf(params[0]);
}
