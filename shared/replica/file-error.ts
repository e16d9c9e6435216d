import { deskErrorSchema, type DeskErrorData } from '../protocol/errors.ts';
import type { FileAnswer } from './host.ts';

/** What the node said instead of taking or giving a file; null when it did. */
export function fileErrorOf({ status, bytes }: FileAnswer): DeskErrorData | null {
  if (status >= 200 && status < 300) return null;
  const carried = deskErrorSchema.safeParse(errorIn(bytes));
  if (carried.success) return carried.data;
  const kind = status === 413 ? 'too_large' : 'unavailable';
  return { kind, message: `The node answered with status ${status}` };
}

function errorIn(bytes: Uint8Array): unknown {
  try {
    const text = String.fromCharCode(...bytes.subarray(0, 10_000));
    return (JSON.parse(text) as { error?: unknown }).error;
  } catch {
    return undefined;
  }
}
