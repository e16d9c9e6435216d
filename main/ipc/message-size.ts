/** What one message from a page may hold unless its contract says otherwise: far more than any reply is long. */
export const defaultMessageSize = 1_000_000;

const deepest = 64;

/**
 * Whether a message is small and flat enough to be looked at. Its size is counted in characters of its texts and bytes
 * of its buffers, with one for each other value; one that holds itself never ends and so is too large.
 */
export function isWithinSize(message: unknown, maxSize: number): boolean {
  let rest = maxSize;
  let level: unknown[] = [message];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    const next: unknown[] = [];
    for (const value of level) {
      rest -= ownSize(value);
      if (rest < 0) return false;
      for (const part of partsOf(value)) next.push(part);
      if (next.length > rest) return false;
    }
    level = next;
  }
  return true;
}

function ownSize(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  return 1;
}

/** Names count as well as values. */
function partsOf(value: unknown): Iterable<unknown> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (Array.isArray(value) || value instanceof Set) return value;
  return [...Object.keys(value), ...Object.values(value as Record<string, unknown>)];
}
