import { z } from 'zod';
import { DeskError, deskErrorSchema, toDeskErrorData, type DeskErrorData } from './errors.ts';

/** How every answer crosses a process boundary: nothing throws across a bridge or a socket. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: DeskErrorData };

function buildResultSchema<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: deskErrorSchema }),
  ]);
}

type ResultSchema<Value extends z.ZodType> = ReturnType<typeof buildResultSchema<Value>>;

/** Schemas compile themselves at their first use: each is built once. */
const schemaByValue = new WeakMap<z.ZodType, unknown>();

export function resultSchema<Value extends z.ZodType>(value: Value): ResultSchema<Value> {
  const known = schemaByValue.get(value) as ResultSchema<Value> | undefined;
  const schema = known ?? buildResultSchema(value);
  if (known === undefined) schemaByValue.set(value, schema);
  return schema;
}

/** Runs `work` and turns whatever it throws into a failed result. */
export async function toResult<Value>(work: () => Promise<Value> | Value): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toDeskErrorData(error) };
  }
}

/**
 * The value of a result, inside one process.
 * @throws DeskError what the result failed with.
 */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  const { kind, message, data, retryAfterMs } = result.error;
  throw new DeskError(kind, message, {
    ...(data === undefined ? {} : { data }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
