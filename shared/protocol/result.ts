import { z } from 'zod';
import { deskErrorSchema, toDeskErrorData, type DeskErrorData } from './errors.ts';

/** How every answer crosses a process boundary: nothing throws across a bridge or a socket. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: DeskErrorData };

export function resultSchema<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: deskErrorSchema }),
  ]);
}

/** Runs `work` and turns whatever it throws into a failed result. */
export async function toResult<Value>(work: () => Promise<Value> | Value): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toDeskErrorData(error) };
  }
}
