import type { Draft } from '#shared/protocol/draft.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';

export interface TicketState {
  openUid: string | null;
  detail: TicketDetail | null;
  /**
   * `missing`: the node has no such ticket for this user; `left`: it was here and is not theirs to see any more;
   * `unreached`: it is not on this computer, and the node cannot be asked now.
   */
  detailPhase: 'none' | 'loading' | 'ready' | 'missing' | 'left' | 'unreached' | 'failed';
  /** What the ticket was called that left while it was open. */
  leftTicket: Pick<TicketRow, 'id' | 'subject'> | null;
  /** What was being written on the open ticket, while that is not here to be written on. */
  keptDraft: Draft | null;
  /** Lets go of it; it stays among the earlier drafts. */
  discardKeptDraft: () => Promise<void>;
  showTicket: (uid: string | null) => Promise<void>;
  refreshTicket: () => Promise<void>;
  /** Reads a ticket ahead that is likely to be opened next. */
  peekTicket: (uid: string) => void;
  /** What was read ahead of these tickets, or of all (null), says no longer how they are. */
  forgetPeeked: (uids: readonly string[] | null) => void;
  /** The uid of a ticket by its number, here or else on the node; null when neither has it, or the node is out of reach. */
  findTicket: (id: number) => Promise<string | null>;
  /** The uid of the ticket to work on next, the one that is due first; null when there is none, which was told. */
  findNextTicket: () => Promise<string | null>;
  /** Tickets by their uids, as far as they are here. */
  readTickets: (uids: readonly string[]) => Promise<readonly TicketRow[]>;
  /** Tickets here that fit a text, for choosing one of them. */
  findTickets: (text: string) => Promise<readonly TicketRow[]>;
  /** Other tickets of the open ticket's customer; null while not read. */
  pastTickets: readonly TicketRow[] | null;
  loadPastTickets: () => Promise<void>;
  /** Tells the console that the open ticket has been looked at. */
  markSeen: () => Promise<void>;
}
