import type { Status } from '#shared/model/status.ts';
import type { HistoryEntry } from '../../tickets/ticket-history.repo.ts';
import type { StoredMessage } from '../../tickets/ticket-read.service.ts';
import type { FullSheet } from '../../tickets/ticket-sheet.service.ts';
import { toUtcDate } from '../../http/utc-date.ts';
import { display, shownStatus, type IncidentStatus } from './rules.ts';

/** One thing that happened, before it is known what the status was then. */
type Moment =
  | { kind: 'moved'; at: number; entry: HistoryEntry }
  | { kind: 'said'; at: number; message: StoredMessage };

interface Told {
  id: number;
  changedBy: number | null;
  changedByName: string;
  comment: string;
  at: number;
}

/** What a move says when nobody said anything with it; the first two are the document's. */
function defaultComment(from: IncidentStatus, to: IncidentStatus): string {
  switch (to) {
    case 'OPENED':
      return from === 'NEW' ? 'Ticket opened by admin' : 'Ticket reopened';
    case 'IN_PROGRESS':
      return from === 'NEW' || from === 'OPENED' ? 'Work started on ticket' : 'Work resumed on ticket';
    case 'NEW':
      return 'Ticket reopened';
    case 'RESOLVED':
      return 'Work finished on ticket';
    case 'WAITING_APPROVAL':
      return 'Waiting for client approval';
    case 'CLOSED':
      return 'Ticket closed';
  }
}

const isShownMove = ({ kind, from_value, to_value }: HistoryEntry): boolean =>
  kind === 'status_updated' && shownStatus[from_value as Status] !== shownStatus[to_value as Status];

/** Public words of people. The first message is the ticket's own description. */
function commentsOf({ sheet, messages, history }: FullSheet): StoredMessage[] {
  const told = new Set(history.filter(isShownMove).map(({ message_uid }) => message_uid));
  const isDescription = (message: StoredMessage, index: number): boolean =>
    index === 0 && message.sender_type === 'user' && message.created_at === sheet.created_at;
  return messages.filter(
    (message, index) =>
      message.visibility === 'public' &&
      (message.sender_type === 'user' || message.sender_type === 'operator') &&
      !told.has(message.uid) &&
      !isDescription(message, index),
  );
}

function present(ticketId: number, told: Told, from: IncidentStatus, to: IncidentStatus) {
  return {
    id: told.id,
    ticket: ticketId,
    changed_by: told.changedBy,
    changed_by_name: told.changedByName,
    status_from: from,
    status_from_display: display(from),
    status_to: to,
    status_to_display: display(to),
    comment: told.comment,
    timestamp: toUtcDate(told.at),
  };
}

function presentMove(ticketId: number, entry: HistoryEntry, from: IncidentStatus, to: IncidentStatus) {
  const { resolution_notes = null } = JSON.parse(entry.data) as { resolution_notes?: string | null };
  const told = {
    id: entry.id * 2,
    changedBy: entry.actor_id,
    changedByName: entry.actor_full_name ?? '',
    comment: entry.note_text ?? resolution_notes ?? defaultComment(from, to),
    at: entry.created_at,
  };
  return present(ticketId, told, from, to);
}

function presentComment(ticketId: number, message: StoredMessage, status: IncidentStatus) {
  const told = {
    id: message.id * 2 + 1,
    changedBy: message.sender_id,
    changedByName: message.sender_name,
    comment: message.text,
    at: message.created_at,
  };
  return present(ticketId, told, status, status);
}

/**
 * The ticket's history, oldest first: changes of the status that this surface shows, and comments, which are the
 * conversation's public messages, with the status of their time on both sides (contract, C22 and C44). Even numbers
 * are changes, odd ones comments. Internal notes are never among them.
 */
export function presentHistory(full: FullSheet) {
  const moves = full.history.filter(({ kind }) => kind === 'status_updated').toReversed();
  const moments: Moment[] = [
    ...moves.map((entry): Moment => ({ kind: 'moved', at: entry.created_at, entry })),
    ...commentsOf(full).map((message): Moment => ({ kind: 'said', at: message.created_at, message })),
  ].toSorted((one, other) => one.at - other.at);
  const ticketId = full.sheet.id;
  let status = shownStatus[(moves[0]?.from_value ?? full.sheet.status) as Status];
  return moments.flatMap((moment) => {
    if (moment.kind === 'said') return presentComment(ticketId, moment.message, status);
    const [from, to] = [status, shownStatus[moment.entry.to_value as Status]];
    status = to;
    return from === to ? [] : presentMove(ticketId, moment.entry, from, to);
  });
}
