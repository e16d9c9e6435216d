/** Letters that differ between two texts of one author before the earlier one is worth keeping. */
const muchChanged = 80;

/** Letters gone at once that are more than a mended word. */
const muchLost = 20;
const littleLost = 4;

/** How many letters two texts share at their beginnings and at their ends. */
function sharedLength(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return start + end;
}

/** Whether a good part of `before` is not in `after` any more: it was deleted or written over, not mended. */
export function isMuchLost(before: string, after: string): boolean {
  const lost = before.length - sharedLength(before, after);
  return lost >= muchLost || (lost >= littleLost && lost * 2 > before.length);
}

/** Whether the two differ by more than a sentence, whichever is the longer. */
export function isMuchChanged(before: string, after: string): boolean {
  return Math.max(before.length, after.length) - sharedLength(before, after) >= muchChanged;
}
