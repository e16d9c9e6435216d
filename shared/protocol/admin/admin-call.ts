import { z } from 'zod';
import type { NodeRequest } from '../node-request.ts';

const nothing = z.strictObject({});
type Nothing = typeof nothing;
/** Parsers hand on an absent body as null. */
const noBody = z.null().optional();
type NoBody = typeof noBody;

/** The root of what only admins may ask. The console reaches it with `node.request`; it needs the network. */
export const adminRoot = '/api/console/admin';

/** One call of the admin views: the node adds a route for it, the console asks through it, both parse with it. */
export interface AdminCall<
  Answer extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = NoBody,
> {
  readonly method: NodeRequest['method'];
  /** Below the root, with `:name` for each of the params. */
  readonly path: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
}

/** Describes a call; what is left out takes nothing, and then nothing may be sent. */
export function adminCall<
  Answer extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = NoBody,
>(call: {
  method: NodeRequest['method'];
  path: string;
  answer: Answer;
  params?: Params;
  query?: Query;
  body?: Body;
}): AdminCall<Answer, Params, Query, Body> {
  const { method, path, answer } = call;
  return {
    method,
    path,
    answer,
    params: call.params ?? (nothing as unknown as Params),
    query: call.query ?? (nothing as unknown as Query),
    body: call.body ?? (noBody as unknown as Body),
  };
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
