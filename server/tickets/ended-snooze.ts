import type { ActivityRow } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { StoredTicket } from './ticket.repo.ts';

/** A snooze that a customer's message ended has an end that can be read. */
export function listEndedSnooze(
  before: StoredTicket | null,
  { uid, snoozed_until }: StoredTicket,
  { activities, messages }: TicketChanges,
  { now, mintUid }: { now: number; mintUid: UidFactory },
): ActivityRow[] {
  const until = before?.snoozed_until ?? null;
  const isTold = activities.some(({ kind }) => kind === 'unsnoozed');
  if (until === null || until <= now || snoozed_until !== null || isTold) return [];
  return [
    {
      uid: mintUid(),
      id: null,
      ver: 1,
      ticket_uid: uid,
      actor_id: null,
      actor_name: null,
      kind: 'unsnoozed',
      from_value: String(until),
      to_value: null,
      message_uid: messages.findLast((message) => message.sender_type === 'user')?.uid ?? null,
      data: JSON.stringify({ updated_by: null }),
      created_at: now,
    },
  ];
}
