import { fillMacro } from '#shared/model/macro.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import { customerName } from './customer-name.ts';
import { ticketNumber } from './words.ts';

/** A macro's text for one ticket, its variables filled in. */
export function macroText(text: string, ticket: TicketRow, agentName: string): string {
  return fillMacro(text, {
    'customer.name': customerName(ticket),
    'ticket.id': ticketNumber(ticket.id),
    'agent.name': agentName,
  });
}
