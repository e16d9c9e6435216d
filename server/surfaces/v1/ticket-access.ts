import { DeskError } from '#shared/protocol/errors.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Read, TicketReadService, TicketRef } from '../../tickets/ticket-read.service.ts';
import type { StoredTicket } from '../../tickets/ticket.repo.ts';
import type { ChangeContext, ChangeOutcome } from '../../tickets/ticket.service.ts';
import type { WrittenChanges } from '../../tickets/ticket-writer.ts';
import { ticketNotFound, ticketRefused } from './refusals.ts';
import { v1Origin, v1Rules } from './rules.ts';
import { forbiddenTexts } from './texts.ts';

export const contextOf = (actor: Actor): ChangeContext => ({ actor, rules: v1Rules, origin: v1Origin });

/** @throws DeskError `not_found` or `forbidden`, in this surface's words */
export function readOrThrow<Value>(read: Read<Value>, ref: TicketRef): Value {
  switch (read.kind) {
    case 'found':
      return read.value;
    case 'not_found':
      throw ticketNotFound(ref);
    case 'forbidden':
      throw new DeskError('forbidden', forbiddenTexts.view);
  }
}

/** The ticket that is to be changed. @throws DeskError `not_found` */
export async function findOrThrow(ticketReads: TicketReadService, ref: TicketRef): Promise<StoredTicket> {
  const ticket = await ticketReads.find(ref);
  if (ticket === null) throw ticketNotFound(ref);
  return ticket;
}

/** What was written; null when the ticket was so already. @throws DeskError when it was refused */
export function writtenOrThrow(
  outcome: ChangeOutcome,
  ref: TicketRef,
  forbidden: string,
): WrittenChanges | null {
  switch (outcome.kind) {
    case 'applied':
      return outcome.written;
    case 'unchanged':
      return null;
    case 'refused':
      throw ticketRefused(outcome.refusal, ref, forbidden);
  }
}
