import type { Tx } from '../database/handles.ts';
import type { ChatDelivery } from '../notifications/chat-delivery.ts';
import { findCustomerRoad } from '../notifications/customer-road.repo.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import { botTextsFor } from './bot-texts.ts';
import { findSessionAt } from './chat-session.repo.ts';

/** Tells a customer who came by messenger whose their ticket is, when it had to wait for somebody with time. */
export async function tellAssigned(
  tx: Tx,
  chat: ChatDelivery,
  ticket: StoredTicket,
  agentName: string,
  now: number,
): Promise<void> {
  if (ticket.source !== 'telegram' && ticket.source !== 'whatsapp') return;
  const road = await findCustomerRoad(tx.db, ticket.id);
  const address = road?.address ?? null;
  if (road === null || address === null) return;
  const isTelegram = road.channel === 'TELEGRAM';
  const place = isTelegram ? address : address.replaceAll(/\D/g, '');
  const session = await findSessionAt(tx.db, ticket.source, place);
  const name = isTelegram ? road.ticketNumber : ticket.code;
  const text = botTextsFor(session?.language ?? null).assigned(name, agentName);
  const { channel, name: customerName } = road;
  const line = { channel, address, name: customerName, userId: ticket.requester_id, ticketId: ticket.id };
  await chat.queue(tx, { ...line, text, buttons: [] }, now);
}
