/**
 * `after`, with every part that says the same as the part of `before` in its place exchanged for that one: what did not
 * change stays the same object, and is not drawn again. For plain data only.
 */
export function keepSame<Value>(before: unknown, after: Value): Value {
  if (Object.is(before, after)) return after;
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null)
    return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  let isSame = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const old: unknown = Reflect.get(before, key);
    const kept: unknown = keepSame(old, Reflect.get(after, key));
    Reflect.set(after, key, kept);
    // A part that is missing is not the same as one without a value.
    if (!Object.is(kept, old) || !Object.hasOwn(before, key)) isSame = false;
  }
  return isSame ? (before as Value) : after;
}
