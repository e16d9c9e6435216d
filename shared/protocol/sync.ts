import { z } from 'zod';
import { refusalSchema } from '../mutators/refusal.ts';
import { uidSchema } from '../model/uid.ts';
import {
  activityRowSchema,
  attachmentRecordSchema,
  conversationRowsSchema,
  faqRowSchema,
  itemRowSchema,
  messageRowSchema,
  profileRowSchema,
  pulledRowsSchema,
  snapshotRowsSchema,
  ticketPatchSchema,
  ticketRowSchema,
} from './rows.ts';

/**
 * The version of everything in this file, raised with each change of the wire.
 * 1: hello, push, pull, snapshot, frame.
 * 2: outcomes carry the key of what they decide.
 * 3: a snapshot plan says why.
 * 4: patches, fetch, and frames packed for the wire.
 * 5: pages of the snapshot by columns.
 * 6: a snapshot of added tokens alone.
 * 7: a token is renewed on the open connection; a node that stops names the time to come back.
 * 8: digests and manifests.
 * 9: tickets that are snoozed, followed, merged and split off; notes that call colleagues.
 * 10: macros, saved views and answers.
 * 11: who else is on a ticket.
 * 12: messages tell how far they have come to the customer's messenger.
 * 13: what is attached to tickets.
 * 14: pages of the snapshot hold tickets alone; conversations follow on demand.
 * 15: what was pulled by columns.
 */
export const protocolVersion = 15;

/** Most mutations in one push, most tickets in one fetch, in one page, and whose conversations are asked for at once. */
export const pushLimit = 64;
export const fetchLimit = 100;
export const pageLimit = 2000;
export const conversationsLimit = 500;

/** What hangs on no ticket. */
export const looseEntities = ['profile', 'item', 'faq'] as const;
export type LooseEntity = (typeof looseEntities)[number];

const cursorSchema = z.int().nonnegative();

/**
 * What happened to one row, as its reader may see it now. `gone` means "left your view": for a ticket its messages and
 * activities leave with it. `aud` lists the tokens that may read the ticket, so that a console whose scope shrinks can
 * purge by itself. A `patch` holds the columns that changed and fits only the version before its own; who holds another
 * one fetches the ticket.
 */
export const opSchema = z.union([
  z.strictObject({
    op: z.literal('put'),
    ent: z.literal('ticket'),
    aud: z.array(z.string()),
    row: ticketRowSchema,
  }),
  z.strictObject({ op: z.literal('put'), ent: z.literal('message'), row: messageRowSchema }),
  z.strictObject({ op: z.literal('put'), ent: z.literal('activity'), row: activityRowSchema }),
  z.strictObject({ op: z.literal('put'), ent: z.literal('attachment'), row: attachmentRecordSchema }),
  z.strictObject({ op: z.literal('put'), ent: z.literal('profile'), row: profileRowSchema }),
  z.strictObject({ op: z.literal('put'), ent: z.literal('item'), row: itemRowSchema }),
  z.strictObject({ op: z.literal('put'), ent: z.literal('faq'), row: faqRowSchema }),
  z.strictObject({
    op: z.literal('patch'),
    ent: z.literal('ticket'),
    uid: uidSchema,
    ver: z.int(),
    set: ticketPatchSchema,
  }),
  z.strictObject({ op: z.literal('gone'), ent: z.enum(['ticket', ...looseEntities]), uid: uidSchema }),
]);

export type Op = z.infer<typeof opSchema>;
export type Entity = Op['ent'];

/** Rows committed together, sent live. Everything visible up to `to` has been sent on this connection before. */
export const frameSchema = z.strictObject({ to: cursorSchema, ops: z.array(opSchema) });
export type Frame = z.infer<typeof frameSchema>;

export const outcomeSchema = z.strictObject({
  mid: z.int().positive(),
  key: uidSchema,
  status: z.enum(['applied', 'unchanged', 'refused']),
  /** The change log's head after the mutation: its effects are in every cursor from here on. */
  seq: cursorSchema,
  refusal: refusalSchema.optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const helloSchema = z.strictObject({
  protocol: z.int(),
  /** The console's identity: one outbox, one numbering. */
  client_id: uidSchema,
  epoch: z.string().nullable(),
  cursor: cursorSchema.nullable(),
  /** The tokens by which the console's rows were chosen. */
  scope: z.array(z.string()),
  /** Outcomes up to this number are durable on the console; the node may forget them. */
  acked_mid: z.int().nonnegative(),
});
export type Hello = z.infer<typeof helloSchema>;

export const welcomeSchema = z.strictObject({
  server_now: z.int(),
  head: cursorSchema,
  epoch: z.string(),
  scope: z.array(z.string()),
  /** The last mutation number that the node has decided for this console. */
  last_mid: z.int().nonnegative(),
  /** Outcomes the console may have missed, oldest first. */
  outcomes: z.array(outcomeSchema),
  /** `catch-up`: pull from the cursor; `snapshot`: the cursor is of no use, take everything anew. */
  plan: z.enum(['live', 'catch-up', 'snapshot']),
  /** Why a snapshot: nothing is here yet, another database, other readers, or the log no longer reaches back. */
  reason: z.enum(['first', 'epoch', 'scope', 'cursor_too_old', 'cursor_ahead']).optional(),
});
export type Welcome = z.infer<typeof welcomeSchema>;

export const mutationSchema = z.strictObject({
  mid: z.int().positive(),
  /** Names the mutation for ever, whatever its number: the same key never runs twice. */
  key: uidSchema,
  name: z.string().max(64),
  version: z.int().positive(),
  args: z.json(),
  /** The console's wall clock, ms UTC: kept for people to read, never compared. */
  at: z.int(),
});
export type Mutation = z.infer<typeof mutationSchema>;

export const pushSchema = z.strictObject({
  client_id: uidSchema,
  mutations: z.array(mutationSchema).min(1).max(pushLimit),
});
export type Push = z.infer<typeof pushSchema>;

export const pushedSchema = z.strictObject({
  outcomes: z.array(outcomeSchema),
  /** Set when a number was skipped: the console must resend from here. */
  want: z.int().positive().optional(),
});
export type Pushed = z.infer<typeof pushedSchema>;

export const pullSchema = z.strictObject({ cursor: cursorSchema });
export type Pull = z.infer<typeof pullSchema>;

/**
 * Distinct rows that changed since the cursor, as they are now, all read at one head: tickets and what hangs on them by
 * columns, everything else one by one.
 */
export const pulledSchema = z.strictObject({
  cursor: cursorSchema,
  ops: z.array(opSchema),
  rows: pulledRowsSchema,
});
export type Pulled = z.infer<typeof pulledSchema>;

/** Tickets of which the console misses a version. */
export const fetchSchema = z.strictObject({ tickets: z.array(uidSchema).min(1).max(fetchLimit) });
export type Fetch = z.infer<typeof fetchSchema>;

/** The tickets, whole and as they are now; `gone` for those that are not the reader's to see. */
export const fetchedSchema = z.strictObject({ ops: z.array(opSchema) });
export type Fetched = z.infer<typeof fetchedSchema>;

/** A new access token of the same user, for the connection to go on with. */
export const renewSchema = z.strictObject({ token: z.string().max(4000) });
export type Renew = z.infer<typeof renewSchema>;

export const snapshotQuerySchema = z.strictObject({
  /** Opaque place to go on from; left out for the first page. */
  after: z.string().max(100).optional(),
  /** Tokens, joined by spaces: only what these may read. */
  tokens: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(pageLimit).default(500),
});

export const snapshotPageSchema = z.strictObject({
  epoch: z.string(),
  /** The head when this page was read. A console pulls from the first page's head once it has them all. */
  head: cursorSchema,
  scope: z.array(z.string()),
  rows: snapshotRowsSchema,
  /** Tickets in all pages, for the progress shown; and the next page's place, null after the last. */
  total: z.int().nonnegative(),
  next: z.string().nullable(),
});
export type SnapshotPage = z.infer<typeof snapshotPageSchema>;

/** Tickets, by the node's numbers, whose conversations a console asks for. */
export const conversationsQuerySchema = z.strictObject({
  ids: z.array(z.int().positive()).min(1).max(conversationsLimit),
});

export const conversationsSchema = z.strictObject({
  /** Those of the asked that the reader may see, each with all that was said and done on it. */
  uids: z.array(uidSchema),
  rows: conversationRowsSchema,
});
export type Conversations = z.infer<typeof conversationsSchema>;
