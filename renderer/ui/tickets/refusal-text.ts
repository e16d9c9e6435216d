import { statuses, type Status } from '#shared/model/status.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import { words } from '../i18n/i18n.ts';
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
    return isStatus(current)
      ? words('refusals:status_overtaken', { status: statusWord(current) })
      : words('refusals:status_overtaken_unknown');
  }
  if (refusal.field === 'merged_into_uid') return words('refusals:merge_overtaken');
  return typeof current === 'number'
    ? words('refusals:assignee_overtaken', { name: nameOf(current) })
    : words('refusals:assignee_taken_away');
}

/** Why a change was not made, as the end of a sentence. */
export function refusalText(refusal: Refusal, nameOf: (id: number) => string): string {
  switch (refusal.code) {
    case 'ticket_not_found':
      return words('refusals:ticket_not_found');
    case 'forbidden':
      return words('refusals:forbidden');
    case 'ticket_exists':
      return words('refusals:ticket_exists');
    case 'invalid_args':
      return words('refusals:invalid_args', { detail: refusal.detail });
    case 'unknown_mutation':
      return words('refusals:unknown_mutation');
    case 'failed':
      return words('refusals:failed');
    case 'invalid_transition':
      return words('refusals:invalid_transition', {
        from: statusWord(refusal.from),
        to: statusWord(refusal.to),
      });
    case 'overtaken':
      return overtakenText(refusal, nameOf);
    case 'answered_meanwhile':
      return words('refusals:answered_meanwhile');
    case 'file_refused':
      return refusal.reason === 'missing' ? words('refusals:file_missing') : words('refusals:ticket_full');
    case 'assignee_not_found':
      return words('refusals:assignee_not_found');
    case 'assignee_inactive':
      return words('refusals:assignee_inactive', { name: nameOf(refusal.assignee_id) });
  }
}
