import type { SearchHit } from '#shared/protocol/ticket-list.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { customerName } from '../../ui/tickets/customer-name.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import type { PaletteChoice } from './palette-choices.ts';

/** More would push what can be done out of sight; the search shows them all. */
const customerLimit = 3;
const ticketLimit = 5;

function customersIn(hits: readonly SearchHit[]): string[] {
  const found = hits.filter(({ requester }) => requester.some(({ is_match }) => is_match));
  return [...new Set(found.map(({ ticket }) => customerName(ticket)))].slice(0, customerLimit);
}

/** Customers and tickets that are held here, as choices: all of a customer's tickets, or one of them. */
export function foundChoices(hits: readonly SearchHit[]): PaletteChoice[] {
  const customers = customersIn(hits).map((name): PaletteChoice => ({
    group: 'go',
    label: words('shortcuts:palette.customer', { name }),
    run: ({ state }) => {
      void state.search(`from:"${name.replaceAll('"', ' ')}"`);
      state.startSearch();
    },
  }));
  const tickets = hits.slice(0, ticketLimit).map(({ ticket }): PaletteChoice => ({
    group: 'go',
    label: `${ticketNumber(ticket.id)} ${ticket.subject} · ${customerName(ticket)}`,
    run: ({ state, go }) => go(state.view, ticket.uid),
  }));
  return [...customers, ...tickets];
}
