import type { TicketRow } from '#shared/model/ticket.ts';
import type { Draft } from '#shared/protocol/draft.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';

export type DraftMode = Draft['mode'];

/** What is being written to one ticket. */
export interface Composer {
  ticketUid: string;
  mode: Draft['mode'];
  text: string;
  /** The newest staff reply when the author began writing. */
  seenReplyUid: string | null;
  /** Raised by every change, so that an answer read before it cannot undo it. */
  revision: number;
  /** The last revision that the console holds as a draft. */
  savedRevision: number;
}

/** The composer of a ticket that has just been opened: its draft, or empty. */
export function composerFor({ ticket, draft }: TicketDetail): Composer {
  return {
    ticketUid: ticket.uid,
    mode: draft?.mode ?? 'reply',
    text: draft?.text ?? '',
    seenReplyUid: draft === null ? ticket.last_reply_uid : draft.seen_reply_uid,
    revision: 0,
    savedRevision: 0,
  };
}

/**
 * The composer after its ticket was read again. The console's draft wins only when nothing here is unsaved and nothing
 * was written since the read began: so it does after a conflict was sent back for editing.
 */
export function composerAfterRead(
  composer: Composer | null,
  detail: TicketDetail,
  revisionAtRequest: number | null,
): Composer {
  if (composer === null || composer.ticketUid !== detail.ticket.uid) return composerFor(detail);
  if (composer.revision !== revisionAtRequest || !isSaved(composer)) return composer;
  const fresh = composerFor(detail);
  const isSame =
    fresh.text === composer.text &&
    fresh.seenReplyUid === composer.seenReplyUid &&
    (fresh.mode === composer.mode || fresh.text === '');
  if (isSame) return composer;
  const mode = fresh.text === '' ? composer.mode : fresh.mode;
  const revision = composer.revision + 1;
  return { ...fresh, mode, revision, savedRevision: revision };
}

/** The author typed. Their first letter fixes which replies they had seen. */
export function withText(composer: Composer, text: string, lastReplyUid: string | null): Composer {
  const isBeginning = composer.text === '';
  const seenReplyUid = isBeginning ? lastReplyUid : composer.seenReplyUid;
  return { ...composer, text, seenReplyUid, revision: composer.revision + 1 };
}

/** The composer with a text that came back from the conflict inbox, above whatever is being written already. */
export function withReturnedText(composer: Composer, written: string): Composer {
  const rest = written.trim();
  if (rest === '' || composer.text.includes(rest)) return composer;
  return { ...composer, text: `${composer.text}\n\n${rest}`, revision: composer.revision + 1 };
}

export function isSaved(composer: Composer): boolean {
  return composer.savedRevision === composer.revision;
}

export function isBlank(composer: Composer): boolean {
  return composer.text.trim() === '';
}

/** A colleague answered the customer while this reply was being written. */
export function isAnsweredMeanwhile(composer: Composer, ticket: Pick<TicketRow, 'last_reply_uid'>): boolean {
  return composer.mode === 'reply' && !isBlank(composer) && composer.seenReplyUid !== ticket.last_reply_uid;
}

export function draftOf(composer: Composer): Omit<Draft, 'updated_at'> {
  const { ticketUid, mode, text, seenReplyUid } = composer;
  return { ticket_uid: ticketUid, mode, text, seen_reply_uid: seenReplyUid };
}
