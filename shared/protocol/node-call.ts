import { z } from 'zod';
import type { NodeRequest } from './node-request.ts';

const nothing = z.strictObject({});
type Nothing = typeof nothing;
/** Parsers hand on an absent body as null. */
const noBody = z.null().optional();
type NoBody = typeof noBody;

/** One call of the node's HTTP API as data: who answers it and who asks it parse with the same schemas. */
export interface NodeCall<
  Answer extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = NoBody,
> {
  readonly method: NodeRequest['method'];
  /** With `:name` for each of the params. */
  readonly path: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
}

/** What a call is described by; what is left out takes nothing, and then nothing may be sent. */
export interface CallParts<
  Answer extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
> {
  method: NodeRequest['method'];
  path: string;
  answer: Answer;
  params?: Params;
  query?: Query;
  body?: Body;
}

export function nodeCall<
  Answer extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = NoBody,
>(parts: CallParts<Answer, Params, Query, Body>): NodeCall<Answer, Params, Query, Body> {
  const { method, path, answer, params, query, body } = parts;
  return {
    method,
    path,
    answer,
    params: params ?? (nothing as unknown as Params),
    query: query ?? (nothing as unknown as Query),
    body: body ?? (noBody as unknown as Body),
  };
}

/** The path of a call about these rows. */
export function pathOf(path: string, params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params).reduce(
    (filled, [name, value]) => filled.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  );
}

/** A whole number that travels in a path or a query, where everything is text. */
export function wholeNumber({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}) {
  const text = z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number);
  return z.union([z.int(), text]).pipe(z.int().min(min).max(max));
}

/** The params of calls about one row. */
export const idParams = z.strictObject({ id: wholeNumber({ min: 1 }) });

/** How many rows a page has, and the row after which it begins: pages are read off an index, never counted. */
export const pageQuery = {
  after: wholeNumber({ min: 1 }).optional(),
  limit: wholeNumber({ min: 1, max: 200 }).default(50),
};

/** A page, and where the next one begins; null when it is the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), next: z.int().nullable() });
}
