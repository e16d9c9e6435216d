import type { LetterButton } from '../channels/channel.ts';
import type { DeliveryChannels } from '../channels/create-channels.ts';
import { splitText } from '../channels/split-text.ts';
import type { Tx } from '../database/handles.ts';
import type { Bell } from '../jobs/bell.ts';
import { fateOf } from './delivery-fate.ts';
import { insertNotifications } from './notification.repo.ts';

export interface ChatLine {
  channel: 'WHATSAPP' | 'TELEGRAM';
  address: string;
  name: string;
  userId: number | null;
  ticketId: number | null;
  text: string;
  buttons: readonly LetterButton[];
}

/** Both messengers take as much; texts above buttons are short by themselves. */
const maxLength = 4_096;

/** Puts what the bot says on the way to a customer, in the transaction in which it says it. */
export class ChatDelivery {
  readonly #channels: DeliveryChannels;
  readonly #bell: Bell;

  constructor(channels: DeliveryChannels, bell: Bell) {
    this.#channels = channels;
    this.#bell = bell;
  }

  async queue(tx: Tx, line: ChatLine, now: number): Promise<void> {
    const { channel, address, name, userId, ticketId, text, buttons } = line;
    const parts = splitText(text, maxLength);
    const rows = parts.map((part, index) => ({
      ticket_id: ticketId,
      user_id: userId,
      event: 'CHAT',
      channel,
      recipient: address,
      recipient_name: name,
      subject: '',
      message: part,
      buttons: buttons.length === 0 || index < parts.length - 1 ? null : JSON.stringify(buttons),
      ...fateOf(this.#channels, channel, address, now),
      attempts: 0,
      sent_at: null,
      created_at: now,
    }));
    await insertNotifications(tx, rows);
    tx.afterCommit(() => this.#bell.ring());
  }
}
