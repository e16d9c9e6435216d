import { z } from 'zod';
import { consoleUserSchema } from './console-session.ts';

/**
 * Why a console is out of step with its node and tries again by itself: the node is not reached; it speaks an older
 * version than this console; this computer's disk is full; its files fail in another way.
 */
export const offlineReasons = ['unreachable', 'node_too_old', 'disk_full', 'files'] as const;
export type OfflineReason = (typeof offlineReasons)[number];

export const connectionSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('connecting') }),
  z.strictObject({ state: z.literal('catching_up'), done: z.int(), total: z.int() }),
  z.strictObject({ state: z.literal('live'), since: z.int() }),
  z.strictObject({
    state: z.literal('offline'),
    since: z.int(),
    retry_at: z.int().nullable(),
    reason: z.enum(offlineReasons),
  }),
  /** `taken_back`: the node ended the session, and the copy of the desk left this computer. */
  z.strictObject({ state: z.literal('needs_sign_in'), reason: z.enum(['ended', 'taken_back']) }),
  z.strictObject({ state: z.literal('too_old') }),
  z.strictObject({ state: z.literal('refused'), message: z.string() }),
]);
export type Connection = z.infer<typeof connectionSchema>;

export const sessionSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('signed_out'), node_url: z.string() }),
  z.strictObject({
    state: z.literal('signed_in'),
    node_url: z.string(),
    user: consoleUserSchema,
    /** False when this computer keeps nothing: the browser gave no durable storage. */
    is_durable: z.boolean(),
  }),
]);
export type Session = z.infer<typeof sessionSchema>;

export const statusSchema = z.strictObject({
  connection: connectionSchema,
  queued: z.int(),
  needs_you: z.int(),
  /** Tickets that are here while what was said on them is still to come. */
  unfetched: z.int(),
  /** Last time everything from the node was here, ms UTC. */
  synced_at: z.int().nullable(),
});
export type SyncStatus = z.infer<typeof statusSchema>;
