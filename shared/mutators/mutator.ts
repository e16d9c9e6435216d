import type { z } from 'zod';
import type { AttachmentRecord } from '../model/attachment.ts';
import type { RuleSet, TicketAction } from '../model/rule-set.ts';
import type { ActivityRow, MessageRow, TicketRow } from '../model/ticket.ts';
import type { Actor, ProfileRow } from '../model/user.ts';
import type { Refusal } from './refusal.ts';

/** What a mutator may look at. The node reads it inside the transaction, a console from its overlay. */
export interface MutatorRows {
  /** The ticket named by `ticket_uid`; null when it does not exist or is not held here. */
  ticket: TicketRow | null;
  /** The profile named by `assignee_id`, for mutators that assign; null when there is none. */
  assignee: ProfileRow | null;
  /** The second ticket, for mutators that concern two. Null only for a change that was made earlier. */
  other: TicketRow | null;
}

export interface MutatorContext {
  actor: Actor;
  /** Ms UTC. The node's clock decides; a console's only predicts. */
  now: number;
  rules: RuleSet;
  /** On a console that made the change earlier: the second ticket may have left its view since, and is null then. */
  isMadeEarlier?: boolean;
  /**
   * On a console that knows that the node has carried the change out, while the rows here are from before it: whether
   * it is allowed, and whether somebody else was faster, was decided there.
   */
  isCarriedOut?: boolean;
}

/** What a mutation does to the rows of one ticket. */
export interface TicketChanges {
  /** The whole new row, for a mutation that creates the ticket. */
  created?: TicketRow;
  /** Columns to set on the existing ticket; `ver` and `updated_at` are raised by whoever applies them. */
  set?: Partial<Omit<TicketRow, 'uid' | 'id' | 'ver' | 'code' | 'created_at' | 'updated_at'>>;
  messages: readonly MessageRow[];
  activities: readonly ActivityRow[];
  attachments?: readonly AttachmentRecord[];
}

export type MutationResult =
  | { kind: 'applied'; changes: TicketChanges }
  /** The ticket already is as asked: a success that changes nothing. */
  | { kind: 'unchanged' }
  | { kind: 'refused'; refusal: Refusal };

export interface TicketArgs {
  ticket_uid: string;
}

/** One kind of change: its arguments, and the pure function that predicts it on a console and decides it on the node. */
export interface Mutator<Name extends string, Args extends TicketArgs> {
  name: Name;
  /** Raised when the arguments change shape; consoles may hold older ones in their outbox for weeks. */
  version: number;
  action: TicketAction;
  args: z.ZodType<Args>;
  /** The profile to read into `rows.assignee`. */
  assigneeIdOf?: (args: Args) => number | null;
  /** The ticket to read into `rows.other`, which its author must be allowed to see; null when there is none. */
  otherUidOf?: (args: Args) => string | null;
  run: (rows: MutatorRows, args: Args, context: MutatorContext) => MutationResult;
}

/** Types a mutator from its schema. */
export function defineMutator<Name extends string, Args extends TicketArgs>(
  mutator: Mutator<Name, Args>,
): Mutator<Name, Args> {
  return mutator;
}
