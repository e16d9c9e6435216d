import { typeNameOf, type ElectronTypes } from './electron-types.ts';
import { isNode, nameOf, parseFile, walk, type SyntaxNode } from './syntax-tree.ts';

/** What a source uses of Electron: members of its types as `App.getPath`, events as `App:second-instance`. */
export type ElectronUses = ReadonlySet<string>;

/**
 * Collects what a file uses of Electron. Types are followed by name, file-wide and without scopes: through imports,
 * annotations (`Pick` above all, since most code is handed the few members that it may use), `new` and chains of members.
 * A name that means two things in one file counts as both, so that nothing is missed; what a type does not have is no use.
 */
export function collectUses(path: string, types: ElectronTypes): ElectronUses {
  const uses = new Set<string>();
  const tree = parseFile(path);
  const imported = readImports(tree, types);
  const scope = readNames(tree, imported, types);
  const note = (type: string | null, member: string | undefined): void => {
    if (type !== null && member !== undefined && types.membersByType.get(type)?.has(member) === true) {
      uses.add(`${type}.${member}`);
    }
  };
  walk(tree, (node) => {
    if (node.type === 'ImportDeclaration') return false;
    if (node.type === 'NewExpression' && isNode(node['callee']) && node['callee'].type === 'Identifier') {
      const type = imported.get(nameOf(node['callee']) ?? '');
      if (type !== undefined) uses.add(`new ${type}`);
    }
    if (node.type === 'TsTypeReference') {
      for (const [type, member] of pickedMembers(node, imported)) note(type, member);
    }
    if (node.type === 'MemberExpression') {
      const member = nameOf(node['property']);
      for (const type of typesOf(node['object'], scope, types)) note(type, member);
    }
    if (node.type === 'VariableDeclarator' && isNode(node['id']) && node['id'].type === 'ObjectPattern') {
      for (const type of typesOf(node['init'], scope, types)) {
        for (const name of patternNames(node['id'])) note(type, name);
      }
    }
    if (node.type === 'CallExpression') noteEvent(node, scope, types, uses);
    return undefined;
  });
  return uses;
}

type Imports = ReadonlyMap<string, string>;
type Scope = ReadonlyMap<string, ReadonlySet<string>>;

/** Local names of what is imported from Electron, with their types. */
function readImports(tree: SyntaxNode, { membersByType, typeByExport }: ElectronTypes): Imports {
  const imported = new Map<string, string>();
  walk(tree, (node) => {
    if (node.type !== 'ImportDeclaration') return true;
    if (!/^electron(?:\/\w+)?$/.test(nameOf(node['source']) ?? '')) return false;
    for (const specifier of node['specifiers'] as SyntaxNode[]) {
      const local = nameOf(specifier['local']) ?? '';
      const name = nameOf(specifier['imported']) ?? local;
      const type = typeByExport.get(name) ?? (membersByType.has(name) ? name : undefined);
      if (type !== undefined) imported.set(local, type);
    }
    return false;
  });
  return imported;
}

/** Every name that is annotated with one of Electron's types, or holds a new one. */
function readNames(tree: SyntaxNode, imported: Imports, types: ElectronTypes): Scope {
  const scope = new Map<string, Set<string>>([...imported].map(([name, type]) => [name, new Set([type])]));
  const add = (name: string | undefined, type: string | null | undefined): void => {
    if (name === undefined || type === null || type === undefined) return;
    scope.set(name, (scope.get(name) ?? new Set()).add(type));
  };
  walk(tree, (node) => {
    const name = nameOf(node['key'] ?? (node.type === 'Identifier' ? node : undefined));
    const annotated = typeNameOf(node['typeAnnotation']);
    if (annotated !== null) add(name, imported.get(annotated));
    if (node.type === 'VariableDeclarator' && isNode(node['id']) && node['id'].type === 'Identifier') {
      for (const type of typesOf(node['init'], scope, types)) add(nameOf(node['id']), type);
    }
    if (node.type === 'ForOfStatement') {
      for (const type of typesOf(node['right'], scope, types)) add(loopName(node['left']), type);
    }
    if (node.type === 'CallExpression') {
      for (const type of typesOfEach(node, scope, types)) add(firstParameterName(node), type);
    }
    if (node.type === 'ObjectPattern') {
      const owner = imported.get(typeNameOf(node['typeAnnotation']) ?? '');
      for (const part of patternNames(node)) add(part, types.membersByType.get(owner ?? '')?.get(part));
    }
    return undefined;
  });
  return scope;
}

/** The types that an expression may have, of Electron's. */
function typesOf(expression: unknown, scope: Scope, types: ElectronTypes): string[] {
  if (!isNode(expression)) return [];
  switch (expression.type) {
    case 'Identifier':
      return [...(scope.get(nameOf(expression) ?? '') ?? [])];
    case 'NewExpression':
      return typesOf(expression['callee'], scope, types);
    case 'CallExpression':
      return typesOf(expression['callee'], scope, types);
    case 'OptionalChainingExpression':
      return typesOf(expression['base'], scope, types);
    case 'AwaitExpression':
      return typesOf(expression['argument'], scope, types);
    case 'TsNonNullExpression':
    case 'ParenthesisExpression':
      return typesOf(expression['expression'], scope, types);
    case 'MemberExpression':
      return typesOfMember(expression, scope, types);
    default:
      return [];
  }
}

/** A member of a known type, or else any member of that name that was annotated (`this.#window`, `options.shell`). */
function typesOfMember(expression: SyntaxNode, scope: Scope, types: ElectronTypes): string[] {
  const member = nameOf(expression['property']) ?? '';
  const owners = typesOf(expression['object'], scope, types);
  if (owners.length === 0) return [...(scope.get(member) ?? [])];
  return owners
    .map((owner) => types.membersByType.get(owner)?.get(member) ?? null)
    .filter((type) => type !== null && types.membersByType.has(type)) as string[];
}

function loopName(left: unknown): string | undefined {
  const [declarator] = ((left as SyntaxNode)['declarations'] as SyntaxNode[] | undefined) ?? [];
  return nameOf(declarator?.['id']);
}

const callingForEach: ReadonlySet<string> = new Set([
  'every',
  'filter',
  'find',
  'flatMap',
  'forEach',
  'map',
  'some',
]);

/** What a function that a list calls for each of its members is handed. */
function typesOfEach(call: SyntaxNode, scope: Scope, types: ElectronTypes): string[] {
  const callee = call['callee'];
  const isEach =
    isNode(callee) &&
    callee.type === 'MemberExpression' &&
    callingForEach.has(nameOf(callee['property']) ?? '');
  return isEach ? typesOf(callee['object'], scope, types) : [];
}

function firstParameterName(call: SyntaxNode): string | undefined {
  const [argument] = call['arguments'] as { expression: SyntaxNode }[];
  const [parameter] = (argument?.expression['params'] as unknown[] | undefined) ?? [];
  return nameOf(parameter);
}

function pickedMembers(reference: SyntaxNode, imported: Imports): [string, string][] {
  if (nameOf(reference['typeName']) !== 'Pick') return [];
  const { params } = reference['typeParams'] as { params: SyntaxNode[] };
  const type = imported.get(typeNameOf(params[0]) ?? '');
  if (type === undefined || params[1] === undefined) return [];
  const literals = params[1].type === 'TsUnionType' ? (params[1]['types'] as SyntaxNode[]) : [params[1]];
  return literals.map((literal) => [type, nameOf(literal['literal']) ?? '']);
}

function patternNames(pattern: SyntaxNode): string[] {
  const properties = pattern['properties'] as SyntaxNode[];
  return properties.map((property) => nameOf(property['key']) ?? '');
}

const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener']);

function noteEvent(call: SyntaxNode, scope: Scope, types: ElectronTypes, uses: Set<string>): void {
  const callee = call['callee'];
  if (
    !isNode(callee) ||
    callee.type !== 'MemberExpression' ||
    !listening.has(nameOf(callee['property']) ?? '')
  )
    return;
  const [first] = call['arguments'] as { expression: SyntaxNode }[];
  if (first?.expression.type !== 'StringLiteral') return;
  for (const type of typesOf(callee['object'], scope, types)) {
    if (types.membersByType.get(type)?.has('on') === true)
      uses.add(`${type}:${nameOf(first.expression) ?? ''}`);
  }
}
