import type { MessageRow } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { pointSessionAt } from '../bot/messenger-session.ts';
import type { TelegramSettings } from '../channels/channel-settings.ts';
import type { DeliveryChannels } from '../channels/create-channels.ts';
import { splitText } from '../channels/split-text.ts';
import { maxWhatsAppText } from '../channels/whatsapp.ts';
import type { Tx } from '../database/handles.ts';
import type { Bell } from '../jobs/bell.ts';
import type { WrittenChanges } from '../tickets/ticket-writer.ts';
import { findCustomerRoad, type CustomerRoad } from './customer-road.repo.ts';
import { fateOf } from './delivery-fate.ts';
import { insertNotifications } from './notification.repo.ts';
import { receiptOf, type Receipts } from './receipts.ts';
import { tellByTelegram, type ReplyPart } from './reply-texts.ts';

export interface ReplyDeliveryDeps {
  channels: DeliveryChannels;
  /** Of the words around a message on Telegram, as it is set up now. */
  language: () => TelegramSettings['language'];
  /** Wakes what sends. */
  bell: Bell;
  receipts: Receipts;
  mintUid: UidFactory;
}

const isForCustomer = ({ sender_type, visibility }: MessageRow): boolean =>
  sender_type === 'operator' && visibility === 'public';

/**
 * Puts what staff answer on the way back to the customer's messenger, in the transaction of the answer itself and
 * whichever surface or console it came from: each answer once. Who came by no messenger reads it on the desk.
 */
export class ReplyDelivery {
  readonly #deps: ReplyDeliveryDeps;

  constructor(deps: ReplyDeliveryDeps) {
    this.#deps = deps;
  }

  async queue(
    tx: Tx,
    { ticket, messages }: Pick<WrittenChanges, 'ticket' | 'messages'>,
    now: number,
  ): Promise<void> {
    const replies = messages.filter(isForCustomer);
    if (replies.length === 0) return;
    const road = await findCustomerRoad(tx.db, ticket.id);
    if (road === null) return;
    const fate = fateOf(this.#deps.channels, road.channel, road.address, now);
    const rows = replies.flatMap((message) =>
      this.#partsOf(road, message.text).map(({ text, buttons }) => ({
        ticket_id: ticket.id,
        user_id: ticket.requester_id,
        event: 'REPLY',
        channel: road.channel,
        recipient: road.address ?? '',
        recipient_name: road.name,
        subject: `Ticket ${road.ticketNumber}`,
        message: text,
        buttons: buttons.length === 0 ? null : JSON.stringify(buttons),
        message_id: message.id,
        ...fate,
        attempts: 0,
        sent_at: null,
        created_at: now,
      })),
    );
    await insertNotifications(tx, rows);
    const part = { ...fate, delivered_at: null, read_at: null };
    const receipt = receiptOf([part], road.channel);
    for (const message of replies) await this.#deps.receipts.begin(tx, message, receipt);
    if (road.address === null) return;
    const messenger = road.channel === 'TELEGRAM' ? 'telegram' : 'whatsapp';
    const address = messenger === 'telegram' ? road.address : road.address.replaceAll(/\D/g, '');
    const place = { messenger, address, userId: ticket.requester_id } as const;
    await pointSessionAt(tx, place, ticket.id, this.#deps.mintUid, now);
    tx.afterCommit(() => this.#deps.bell.ring());
  }

  #partsOf({ channel, ticketNumber }: CustomerRoad, text: string): ReplyPart[] {
    return channel === 'TELEGRAM'
      ? tellByTelegram(ticketNumber, text, this.#deps.language())
      : splitText(text, maxWhatsAppText).map((part) => ({ text: part, buttons: [] }));
  }
}
