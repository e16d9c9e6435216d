import { z } from 'zod';
import type { Status } from '#shared/model/status.ts';
import { v1Time } from '../ui/admin/v1-time.ts';
import { v1Call } from './v1-call.ts';

/** What the public API's words for a status are called here. */
const statusByWord = {
  open: 'opened',
  in_progress: 'in_progress',
  resolved: 'resolved',
  closed: 'closed',
} as const satisfies Record<string, Status>;

const parts = z.array(z.object({ text: z.string(), is_match: z.boolean() }));

const hit = z.object({
  uid: z.string(),
  ticket: z.object({
    id: z.int(),
    status: z
      .enum(['open', 'in_progress', 'resolved', 'closed'])
      .transform((word): Status => statusByWord[word]),
    closed_at: z.string().transform(v1Time).nullable(),
  }),
  subject: parts,
  requester: parts,
  excerpt: parts,
});
export type NodeHit = z.output<typeof hit>;

const data = {
  hits: z.array(hit),
  has_more: z.boolean(),
  /** False when the words are so common that only the newest tickets were looked through. */
  is_complete: z.boolean(),
  /** Filters that make no sense, and were left out. */
  problems: z.array(z.object({ field: z.string(), value: z.string() })),
};
export type FoundOnNode = z.output<z.ZodObject<typeof data>>;

/** `GET /api/v1/search`: tickets of the node, the best first, in the words of `shared/model/search-query.ts`. */
export const nodeSearchCall = v1Call({
  method: 'GET',
  path: '/search',
  query: z.strictObject({ q: z.string(), limit: z.int() }),
  data,
});
