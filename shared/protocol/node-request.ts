import { z } from 'zod';

/**
 * Asking the node over plain HTTP in the name of whoever is signed in: what a console does not hold itself (admin views,
 * search of everything, exports, edits of macros, saved views and answers). It needs the network; nothing is queued.
 */
export const nodeRequestMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Of a body as JSON, in characters; the node counts bytes itself. */
export const nodeRequestMaxLength = 1_048_576;
export const nodeAnswerMaxLength = 16 * 1_048_576;

/** Only plain segments: nothing that an address parser would read as another path, another query or another host. */
const plainPath = /^\/api\/(?:v1|console)(?:\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+$/;

/** What grants tokens is for the session's keeper alone, and sync has a road of its own. */
const closedPaths = /^\/api\/(?:v1\/auth|console\/session|console\/sync)(?:\/|$)/;

const isOpenPath = (path: string): boolean => plainPath.test(path) && !closedPaths.test(path);

export const nodeRequestSchema = z.strictObject({
  method: z.enum(nodeRequestMethods),
  /** Without a query, under `/api/v1/` or `/api/console/`. */
  path: z.string().max(500).refine(isOpenPath, 'Not a path that a console may ask'),
  query: z.record(z.string().max(100), z.union([z.string().max(2000), z.number(), z.boolean()])).optional(),
  body: z.json().optional(),
});
export type NodeRequest = z.infer<typeof nodeRequestSchema>;

/** Whatever the node said, also when it refused. The body is the parsed JSON, or the text of anything else. */
export const nodeAnswerSchema = z.strictObject({ status: z.int(), body: z.json() });
export type NodeAnswer = z.infer<typeof nodeAnswerSchema>;
