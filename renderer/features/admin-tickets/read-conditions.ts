import { ticketConditions, type TicketConditions } from '#shared/protocol/admin/figures.ts';

/** The conditions that an address holds; what is none of them, or makes no sense, is left out. */
export function readConditions(params: Readonly<Record<string, string>>): TicketConditions {
  const known = Object.entries(params).flatMap(([name, value]) => {
    const parsed = ticketConditions.safeParse({ [name]: value });
    return parsed.success ? Object.entries(parsed.data) : [];
  });
  return Object.fromEntries(known) as TicketConditions;
}
