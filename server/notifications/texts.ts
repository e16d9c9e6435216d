import type { NotificationEvent } from './triggers.ts';

export interface ToldTicket {
  id: number;
  subject: string;
  priority: string;
}

/** How an event reads after "Ticket #1 …". */
const happened: Readonly<Record<NotificationEvent, string>> = {
  TICKET_CREATED: 'was created',
  TICKET_OPENED: 'was opened',
  TICKET_ASSIGNED: 'was assigned to you',
  WORK_STARTED: 'is being worked on',
  WORK_FINISHED: 'was resolved',
  TICKET_APPROVED: 'was approved and closed',
  TICKET_REJECTED: 'was rejected and needs more work',
};

/** Subject and text for one recipient; both channels say the same. */
export function tell(
  event: NotificationEvent,
  ticket: ToldTicket,
  recipientName: string,
): { subject: string; message: string } {
  const what = happened[event];
  const lines = [
    `Hello${recipientName === '' ? '' : ` ${recipientName}`},`,
    '',
    `Ticket #${ticket.id} "${ticket.subject}" ${what}.`,
    `Priority: ${ticket.priority}`,
  ];
  return { subject: `Ticket #${ticket.id} ${what}: ${ticket.subject}`, message: lines.join('\n') };
}
