import { writeReceipt, type Receipt } from '#shared/model/receipt.ts';
import type { MessageRow } from '#shared/model/ticket.ts';
import type { Op } from '#shared/protocol/sync.ts';
import type { DeliveryChannelName } from '../channels/create-channels.ts';
import type { Tx } from '../database/handles.ts';
import type { ChangeFeed } from '../sync/change-feed.ts';
import { appendToLog } from '../sync/change-log.repo.ts';
import { tokensOfTicket } from '../sync/visible-ops.ts';
import { findTicketByUid } from '../tickets/ticket.repo.ts';
import { listMessageDeliveries } from './delivery-log.repo.ts';
import { deliveryStateOf, leastState, type DeliveryColumns } from './delivery-state.ts';
import { findMessage, setReceipt } from './receipt.repo.ts';

export type DeliveryPart = DeliveryColumns & { error: string | null };

/** What the parts in which a message was sent come to. */
export function receiptOf(parts: readonly DeliveryPart[], channel: DeliveryChannelName): Receipt {
  return {
    channel: channel === 'TELEGRAM' ? 'telegram' : 'whatsapp',
    state: leastState(parts.map(deliveryStateOf)),
    error: parts.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** Tells consoles how far the messages have come that were sent to customers. */
export class Receipts {
  readonly #feed: ChangeFeed;

  constructor(feed: ChangeFeed) {
    this.#feed = feed;
  }

  /** Of a message that is being written: the row that consoles get tells it already. */
  async begin(tx: Tx, message: MessageRow & { id: number }, receipt: Receipt): Promise<void> {
    message.receipt = writeReceipt(receipt);
    await setReceipt(tx, message.id, message.receipt, message.ver);
  }

  /** After something has become of the message's deliveries. Nothing is written when it comes to the same. */
  async refresh(tx: Tx, messageId: number, now: number): Promise<void> {
    const parts = await listMessageDeliveries(tx.db, [messageId]);
    const message = await findMessage(tx.db, messageId);
    const [first] = parts;
    if (message === null || first === undefined) return;
    const receipt = writeReceipt(receiptOf(parts, first.channel as DeliveryChannelName));
    if (receipt === message.receipt) return;
    const row = { ...message, receipt, ver: message.ver + 1 };
    await setReceipt(tx, messageId, receipt, row.ver);
    await this.#publish(tx, row, now);
  }

  async #publish(tx: Tx, row: MessageRow & { id: number }, now: number): Promise<void> {
    const ticket = await findTicketByUid(tx.db, row.ticket_uid);
    // A deleted ticket's messages are on no console.
    if (ticket === null) return;
    const { id: ticketId, audience_id: audienceId, uid } = ticket;
    const entry = {
      ent: 'message',
      rowId: row.id,
      ticketId,
      audienceId,
      prevAudienceId: audienceId,
    } as const;
    const seq = await appendToLog(tx, [entry], now);
    const tokens = tokensOfTicket(ticket);
    const op: Op = { op: 'put', ent: 'message', row };
    const gone: Op = { op: 'gone', ent: 'ticket', uid };
    tx.afterCommit(() => this.#feed.publish({ seq, tokens, prevTokens: tokens, ops: [op], gone }));
  }
}
