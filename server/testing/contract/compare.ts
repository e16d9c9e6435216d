import type { Json } from '../../http/documented-examples.ts';

export interface CompareOptions {
  /** Keys may be missing from the example. */
  isPartial?: boolean;
  /** Values that are numbers with a fraction although the example happens to be whole. */
  fractions?: readonly string[];
  /** Keys whose value may be null although the example has one. */
  nullable?: readonly string[];
}

/** What the answer says about itself must be as documented, letter for letter. */
const exactPath = /^\$(\.data)?\.(success|message|token_type|expires_in)$/;

/** By which items of one list are told apart: each is compared with documented ones of its kind. */
const kindKey = 'activity_type';

const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a date with Z', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  ['a date without zone', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/],
  ['24 hexadecimal digits', /^[\da-f]{24}$/],
  ['a ticket code', /^TKT[A-Z\d]{5}$/],
  ['a ticket number', /^TKT-\d{4}-\d{3,}$/],
];

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value);

/**
 * Where the answer differs from the documented example, key by key and type by type; empty when it does not. What is
 * null in the example may be anything that is no list and no object; each item of a list must be like one of the
 * example's.
 */
export function findDifferences(
  actual: Json,
  example: Json,
  options: CompareOptions = {},
  path = '$',
): string[] {
  if (isList(example)) return compareLists(actual, example, options, path);
  if (isObject(example)) return compareObjects(actual, example, options, path);
  if (example === null) {
    return typeof actual === 'object' && actual !== null
      ? [`${path} is ${typeof actual}, not a plain value`]
      : [];
  }
  const [key = ''] = path.split('.').slice(-1);
  if (actual === null && (options.nullable ?? []).includes(key)) return [];
  if (exactPath.test(path) && actual !== example) {
    return [`${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(example)}`];
  }
  if (typeof actual !== typeof example)
    return [`${path} is ${JSON.stringify(actual)}, not a ${typeof example}`];
  if (typeof actual === 'number') return compareNumbers(actual, example as number, options, path);
  return typeof actual === 'string' ? compareTexts(actual, example as string, path) : [];
}

function compareNumbers(actual: number, example: number, options: CompareOptions, path: string): string[] {
  const [key = ''] = path.split('.').slice(-1);
  const isWhole = Number.isInteger(example) && !(options.fractions ?? []).includes(key);
  return isWhole && !Number.isInteger(actual) ? [`${path} is ${actual}, not a whole number`] : [];
}

/** A text of a certain form stays one of that form. */
function compareTexts(actual: string, example: string, path: string): string[] {
  const form = patterns.find(([, pattern]) => pattern.test(example));
  return form === undefined || form[1].test(actual)
    ? []
    : [`${path} is ${JSON.stringify(actual)}, not ${form[0]}`];
}

function compareLists(
  actual: Json,
  example: readonly Json[],
  options: CompareOptions,
  path: string,
): string[] {
  if (!isList(actual)) return [`${path} is no list`];
  if (example.length === 0) return [];
  if (actual.length === 0) return [`${path} has no items to compare`];
  return actual.flatMap((item, index) => {
    const alike = example.filter((each) => kindOf(each) === kindOf(item));
    const differences = alike.map((each) => findDifferences(item, each, options, `${path}[${index}]`));
    return differences.toSorted((a, b) => a.length - b.length)[0] ?? [];
  });
}

const kindOf = (item: Json): Json => (isObject(item) ? (item[kindKey] ?? null) : null);

function compareObjects(
  actual: Json,
  example: { readonly [key: string]: Json },
  options: CompareOptions,
  path: string,
): string[] {
  if (!isObject(actual)) return [`${path} is no object`];
  const [found, wanted] = [Object.keys(actual), Object.keys(example)];
  const shown = options.isPartial === true ? found.filter((key) => wanted.includes(key)) : found;
  const isSame = shown.length === wanted.length && wanted.every((key) => shown.includes(key));
  if (!isSame) return [`${path} has ${found.join(', ')}, not ${wanted.join(', ')}`];
  return wanted.flatMap((key) =>
    findDifferences(actual[key] ?? null, example[key] ?? null, options, `${path}.${key}`),
  );
}
