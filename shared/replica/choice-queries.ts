import { sql } from 'kysely';
import { ticketColumns } from '../model/columns.ts';
import type { TicketRow } from '../model/ticket.ts';
import { findTicket } from './overlay.ts';
import type { ReplicaDb } from './tables.ts';

/** More of one customer's past would not be read. */
const pastLimit = 20;

/**
 * Other tickets of a ticket's customer, the newest first. A customer is known by their account, their address or their
 * telephone number; a ticket without any of these has no others.
 */
export async function listSameCustomer(db: ReplicaDb, uid: string): Promise<TicketRow[]> {
  const ticket = await findTicket(db, 'ticket_view', uid);
  if (ticket === null) return [];
  const { requester_id: id, requester_email: email, phone_number: phone } = ticket;
  if (id === null && !email && !phone) return [];
  return db
    .selectFrom('ticket_view')
    .select(ticketColumns)
    .where('uid', '<>', uid)
    .where((eb) =>
      eb.or([
        ...(id === null ? [] : [eb('requester_id', '=', id)]),
        ...(email ? [eb(eb.fn<string>('lower', ['requester_email']), '=', email.toLowerCase())] : []),
        ...(phone ? [eb('phone_number', '=', phone)] : []),
      ]),
    )
    .orderBy('created_at', 'desc')
    .limit(pastLimit)
    .execute();
}

/** More would not be looked through. */
const tagLimit = 200;

/** The tags in use, the most used first. */
export async function listTags(db: ReplicaDb): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select value as tag from ticket_view, json_each(ticket_view.tags)
    group by value order by count(*) desc, value limit ${tagLimit}
  `.execute(db);
  return rows.map(({ tag }) => tag);
}
