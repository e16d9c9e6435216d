/**
 * The shape of a JSON value: an object's keys in their order, a list by the shape of its items, anything else by the
 * words for its type joined with " | ": string, int, number, boolean, null, object, date (YYYY-MM-DDTHH:MM:SS), zdate (the
 * same with Z) or a JSON string that it must equal.
 */
export type Shape = string | readonly [Shape] | { readonly [key: string]: Shape };

function typeOf(value: unknown): string[] {
  if (value === null) return ['null'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['int', 'number'] : ['number'];
  if (typeof value !== 'string') return [typeof value];
  const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value);
  const isZoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);
  return [...(isDate ? ['date'] : []), ...(isZoned ? ['zdate'] : []), 'string', JSON.stringify(value)];
}

/** Where the value differs from the shape, in words; empty when it fits. A list must have an item. */
export function findShapeFaults(value: unknown, shape: Shape, path = '$'): string[] {
  if (typeof shape === 'string') {
    const types = typeOf(value);
    const isFine = shape.split(' | ').some((word) => types.includes(word));
    return isFine ? [] : [`${path} is ${JSON.stringify(value)}, not ${shape}`];
  }
  if (isList(shape)) {
    if (!Array.isArray(value) || value.length === 0) return [`${path} is no list with items`];
    return value.flatMap((item, index) => findShapeFaults(item, shape[0], `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [`${path} is no object`];
  const [found, wanted] = [Object.keys(value).join(', '), Object.keys(shape).join(', ')];
  if (found !== wanted) return [`${path} has ${found}, not ${wanted}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    findShapeFaults(inner, shape[key] ?? 'null', `${path}.${key}`),
  );
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);
