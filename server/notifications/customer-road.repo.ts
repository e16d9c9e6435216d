import type { Db } from '../database/handles.ts';

/** How a ticket's customer is answered. */
export interface CustomerRoad {
  channel: 'WHATSAPP' | 'TELEGRAM';
  /** Null when they came by the channel, but nobody knows from where. */
  address: string | null;
  name: string;
  /** "TKT-2024-001". */
  ticketNumber: string;
}

/**
 * By the messenger that the ticket came through; for the others, by Telegram where the customer's chat is known
 * (admin-tickets document, "Integration with Telegram"). Null when neither is so.
 */
export async function findCustomerRoad(db: Db, ticketId: number): Promise<CustomerRoad | null> {
  const row = await db
    .selectFrom('ticket')
    .leftJoin('user', 'user.id', 'ticket.requester_id')
    .select((eb) => [
      'ticket.number',
      'ticket.source',
      'user.telegram_chat_id',
      eb.fn.coalesce('ticket.phone_number', 'user.whatsapp_number', 'user.phone_number').as('whatsapp'),
      eb.fn.coalesce('ticket.requester_name', 'user.full_name').as('name'),
    ])
    .where('ticket.id', '=', ticketId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { number: ticketNumber, source, telegram_chat_id: chat, whatsapp } = row;
  const name = row.name ?? '';
  if (source === 'whatsapp') return { channel: 'WHATSAPP', address: whatsapp, name, ticketNumber };
  if (source !== 'telegram' && chat === null) return null;
  return { channel: 'TELEGRAM', address: chat, name, ticketNumber };
}
