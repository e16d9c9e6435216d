import type { z } from 'zod';
import { deskErrorSchema, type DeskErrorData, type ErrorKind } from '#shared/protocol/errors.ts';
import { pathOf, type NodeCall } from '#shared/protocol/node-call.ts';
import type { NodeAnswer, NodeRequest } from '#shared/protocol/node-request.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { ConsoleState } from './console-state.ts';

/** What a call is asked with; what it takes nothing of is left out. */
export interface Question<Params, Query, Body> {
  params?: Params;
  query?: Query;
  body?: Body;
}

const kindByStatus: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  422: 'invalid',
  426: 'unsupported',
  429: 'rate_limited',
  503: 'unavailable',
};

/** Why the node refused, in the console's own envelope or in that of the public API. */
export function readRefusal({ status, body }: NodeAnswer): DeskErrorData {
  const envelope = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  const own = deskErrorSchema.safeParse(envelope['error']);
  if (own.success) return own.data;
  const { detail } = envelope;
  return { kind: kindByStatus[status] ?? 'internal', message: typeof detail === 'string' ? detail : '' };
}

/** Leaves out what has no value: the wire knows no undefined. */
function plain<Value>(value: unknown): Record<string, Value> | undefined {
  if (value === undefined) return undefined;
  const given = Object.entries(value as Record<string, Value | undefined>);
  return Object.fromEntries(given.filter(([, each]) => each !== undefined)) as Record<string, Value>;
}

/**
 * Asks the node one call. Needs the network; a refusal, an answer that this console does not understand, and a node
 * that cannot be reached are failures by their kind.
 */
export async function askNode<
  Answer extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>(
  store: { getState: () => Pick<ConsoleState, 'requestNode'> },
  call: NodeCall<Answer, Params, Query, Body>,
  question: Question<z.input<Params>, z.input<Query>, z.input<Body>> = {},
): Promise<Result<z.output<Answer>>> {
  const query = plain<string | number | boolean>(question.query);
  const body = plain<NonNullable<NodeRequest['body']>>(question.body);
  const asked: NodeRequest = {
    method: call.method,
    path: pathOf(call.path, question.params ?? {}),
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body }),
  };
  const answered = await store.getState().requestNode(asked);
  if (!answered.ok) return answered;
  if (answered.value.status >= 400) return { ok: false, error: readRefusal(answered.value) };
  const parsed = call.answer.safeParse(answered.value.body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, error: { kind: 'unsupported', message: parsed.error.message } };
}
