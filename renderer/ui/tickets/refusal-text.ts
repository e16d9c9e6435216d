import { statuses, type Status } from '#shared/model/status.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import { statusWord } from './words.ts';

function isStatus(value: unknown): value is Status {
  return (statuses as readonly unknown[]).includes(value);
}

function overtakenText(
  refusal: Extract<Refusal, { code: 'overtaken' }>,
  nameOf: (id: number) => string,
): string {
  const { current } = refusal;
  if (refusal.field === 'status') {
    return `somebody set the status to ${isStatus(current) ? statusWord[current] : 'another one'} in between.`;
  }
  return typeof current === 'number'
    ? `the ticket went to ${nameOf(current)} in between.`
    : 'somebody took the assignee away in between.';
}

/** Why a change was not made, as the end of a sentence. */
export function refusalText(refusal: Refusal, nameOf: (id: number) => string): string {
  switch (refusal.code) {
    case 'ticket_not_found':
      return 'the ticket is gone or no longer yours to see.';
    case 'forbidden':
      return 'you may no longer change this ticket.';
    case 'ticket_exists':
      return 'the ticket exists already.';
    case 'invalid_args':
      return `the node did not accept it (${refusal.detail}).`;
    case 'unknown_mutation':
      return 'the node does not know this kind of change; it may be older than this app.';
    case 'failed':
      return 'the node failed while making the change and took it back.';
    case 'invalid_transition':
      return `a ticket cannot go from ${statusWord[refusal.from]} to ${statusWord[refusal.to]}.`;
    case 'overtaken':
      return overtakenText(refusal, nameOf);
    case 'answered_meanwhile':
      return 'a colleague answered in between.';
    case 'assignee_not_found':
      return 'that person cannot take tickets.';
    case 'assignee_inactive':
      return `${nameOf(refusal.assignee_id)} is no longer active.`;
  }
}
