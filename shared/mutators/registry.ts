import type { z } from 'zod';
import { isPermitted, scopeOf } from '../model/permissions.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { MutationResult, Mutator, MutatorContext, MutatorRows, TicketArgs } from './mutator.ts';
import { ticketAssign } from './ticket-assign.ts';
import { ticketAttach } from './ticket-attach.ts';
import { ticketCategory } from './ticket-category.ts';
import { ticketCreate } from './ticket-create.ts';
import { ticketFollow } from './ticket-follow.ts';
import { ticketMerge } from './ticket-merge.ts';
import { ticketNote } from './ticket-note.ts';
import { ticketPriority } from './ticket-priority.ts';
import { ticketReply } from './ticket-reply.ts';
import { ticketSnooze } from './ticket-snooze.ts';
import { ticketStatus } from './ticket-status.ts';
import { ticketTags } from './ticket-tags.ts';
import { ticketUnmerge } from './ticket-unmerge.ts';

/** Every change that a console can make, by its name on the wire. */
export const mutators = {
  'ticket-create': ticketCreate,
  'ticket-reply': ticketReply,
  'ticket-note': ticketNote,
  'ticket-status': ticketStatus,
  'ticket-priority': ticketPriority,
  'ticket-category': ticketCategory,
  'ticket-assign': ticketAssign,
  'ticket-tags': ticketTags,
  'ticket-snooze': ticketSnooze,
  'ticket-follow': ticketFollow,
  'ticket-merge': ticketMerge,
  'ticket-unmerge': ticketUnmerge,
  'ticket-attach': ticketAttach,
} as const;

export type MutatorName = keyof typeof mutators;
export type MutatorArgs<Name extends MutatorName> = z.infer<(typeof mutators)[Name]['args']>;

export const mutatorNames = Object.keys(mutators) as MutatorName[];

/** One change, ready to run: which mutator, with which arguments. */
export type MutationCall = { [Name in MutatorName]: { name: Name; args: MutatorArgs<Name> } }[MutatorName];

/** The mutator of that name with its arguments' type widened; callers hand it only arguments that its schema parsed. */
export function findMutator(name: string): Mutator<MutatorName, TicketArgs> | null {
  return Object.hasOwn(mutators, name)
    ? (mutators[name as MutatorName] as unknown as Mutator<MutatorName, TicketArgs>)
    : null;
}

/** Whether the actor may make this change; a ticket that is being created has no scope of its own yet. */
function isCallPermitted(
  mutator: Mutator<MutatorName, TicketArgs>,
  ticket: TicketRow | null,
  { actor, rules }: MutatorContext,
): boolean {
  const scope =
    ticket === null
      ? { category: actor.department ?? 'general', assignee_ids: [actor.id], requester_id: actor.id }
      : scopeOf(ticket);
  return isPermitted(actor, mutator.action, scope, rules);
}

/** Whether the second ticket, where the change names one, is there and may be seen. */
function isOtherSeen(
  mutator: Mutator<MutatorName, TicketArgs>,
  other: TicketRow | null,
  args: TicketArgs,
  { actor, rules, isMadeEarlier = false, isCarriedOut = false }: MutatorContext,
): boolean {
  if ((mutator.otherUidOf?.(args) ?? null) === null) return true;
  if (other === null) return isMadeEarlier;
  return isCarriedOut || isPermitted(actor, 'view', scopeOf(other), rules);
}

/**
 * Decides one change: permission first, then the mutator. The single road for consoles (prediction), sync and every
 * surface. `args` must have passed the mutator's schema.
 */
export function runMutation(
  mutator: Mutator<MutatorName, TicketArgs>,
  rows: MutatorRows,
  args: TicketArgs,
  context: MutatorContext,
): MutationResult {
  if (rows.ticket === null && mutator.action !== 'create') {
    return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
  }
  if (context.isCarriedOut !== true && !isCallPermitted(mutator, rows.ticket, context))
    return { kind: 'refused', refusal: { code: 'forbidden' } };
  if (!isOtherSeen(mutator, rows.other, args, context))
    return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
  return mutator.run(rows, args, context);
}
