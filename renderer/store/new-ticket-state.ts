import type { OutboxItem } from '#shared/protocol/kept-change.ts';
import type { MessageRow } from '#shared/model/ticket.ts';
import type { NewTicket, NewTicketProblems } from './new-ticket.ts';

export interface NewTicketState {
  /** What was written of a new ticket, until it is created or discarded. */
  newTicket: NewTicket | null;
  isNewTicketOpen: boolean;
  newTicketProblems: NewTicketProblems;
  startTicket: () => void;
  /** Begins a ticket with what was said on the open one. */
  startSplit: (message: MessageRow) => void;
  writeTicket: (fields: Partial<NewTicket>) => void;
  /** Takes a new ticket back that was never sent, to be written on; false when it is too late or another is begun. */
  editUnsentTicket: (item: Pick<OutboxItem, 'id' | 'ticket_uid'>) => Promise<boolean>;
  /** Closes the dialog; what was written stays. */
  leaveTicket: () => void;
  discardTicket: () => void;
  /** Answers the new ticket's uid; null when it was not created, which was told. */
  createTicket: () => Promise<string | null>;
}
