import { z } from 'zod';
import { nodeCall, type CallParts } from '#shared/protocol/node-call.ts';

/** A call of the public API, whose answers lie in its envelope; fields that this console does not know are left out. */
export function v1Call<
  Shape extends z.ZodRawShape,
  Params extends z.ZodType = z.ZodObject<Record<string, never>>,
  Query extends z.ZodType = z.ZodObject<Record<string, never>>,
  Body extends z.ZodType = z.ZodOptional<z.ZodNull>,
>({ path, data, ...parts }: Omit<CallParts<z.ZodType, Params, Query, Body>, 'answer'> & { data: Shape }) {
  const answer = z.object({ data: z.object(data) }).transform((envelope) => envelope.data);
  return nodeCall<typeof answer, Params, Query, Body>({ ...parts, path: `/api/v1${path}`, answer });
}
