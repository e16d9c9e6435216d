/**
 * The shortest list that still fails, found by leaving parts out (delta debugging): halves first, then ever smaller
 * parts, until no single item can go. `limit` bounds the number of tries.
 */
export async function shrink<Item>(
  items: readonly Item[],
  fails: (items: readonly Item[]) => Promise<boolean>,
  limit = 400,
): Promise<readonly Item[]> {
  let best = items;
  let tries = 0;
  for (let size = Math.ceil(best.length / 2); size >= 1;) {
    let hasShrunk = false;
    for (let from = 0; from < best.length && tries < limit;) {
      const rest = [...best.slice(0, from), ...best.slice(from + size)];
      tries += 1;
      if (rest.length < best.length && (await fails(rest))) {
        best = rest;
        hasShrunk = true;
      } else from += size;
    }
    if (tries >= limit) break;
    if (size === 1 && !hasShrunk) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return best;
}
