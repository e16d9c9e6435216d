import { DeskError } from '#shared/protocol/errors.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import type { Actor } from '#shared/model/user.ts';
import type { StoredTicket } from '../../tickets/ticket.repo.ts';
import type { ChangeOutcome, TogetherOutcome } from '../../tickets/ticket.service.ts';
import type { WrittenChanges } from '../../tickets/ticket-writer.ts';
import { fieldError } from './field-errors.ts';
import { shownStatus } from './rules.ts';
import { agentNotFound, alreadyAssigned, ticketNotFound, type ForbiddenText } from './texts.ts';

/** A refused change of a ticket in this surface's words: fields by their names, states as `error` (contract, B4). */
function ticketRefused(refusal: Refusal, actor: Actor, mayNot: ForbiddenText): DeskError {
  switch (refusal.code) {
    case 'ticket_not_found':
      return new DeskError('not_found', ticketNotFound);
    case 'forbidden':
      return new DeskError('forbidden', mayNot(actor));
    case 'invalid_transition': {
      const [from, to] = [shownStatus[refusal.from], shownStatus[refusal.to]];
      return fieldError({ status: [`Cannot change status from '${from}' to '${to}'`] });
    }
    case 'assignee_not_found':
    case 'assignee_inactive':
      return new DeskError('not_found', agentNotFound);
    case 'overtaken':
      return new DeskError('invalid', alreadyAssigned);
    case 'invalid_args':
      return new DeskError('invalid', refusal.detail);
    case 'answered_meanwhile':
    case 'ticket_exists':
    case 'unknown_mutation':
    case 'file_refused':
    case 'failed':
      // This surface mints the names and sends nothing that was seen, so none of these is its caller's doing.
      return new DeskError('internal', 'Failed to update ticket', { cause: refusal });
  }
}

/** The ticket as it stands afterwards. @throws DeskError when it was refused */
export function ticketOrThrow(outcome: TogetherOutcome, actor: Actor, mayNot: ForbiddenText): StoredTicket {
  if (outcome.kind === 'refused') throw ticketRefused(outcome.refusal, actor, mayNot);
  return outcome.ticket;
}

/** What a change that always writes something wrote. @throws DeskError when it was refused */
export function writtenOrThrow(outcome: ChangeOutcome, actor: Actor, mayNot: ForbiddenText): WrittenChanges {
  if (outcome.kind === 'refused') throw ticketRefused(outcome.refusal, actor, mayNot);
  if (outcome.kind === 'unchanged') throw new Error('A change that adds something left the ticket as it was');
  return outcome.written;
}
