import type { UidFactory } from '#shared/model/uid.ts';
import type { Tx } from '../database/handles.ts';
import type { InboundContent, Messenger } from '../inbound/inbound-message.ts';
import { findCustomerByTelegram, findCustomerByWhatsApp } from './messenger-customer.repo.ts';
import { nameFromFull } from './person-name.ts';
import { defaultAgentCapacity } from './staff-input.ts';
import { findUser, isLoginTaken, type NewUser, type UserRecord } from './user.repo.ts';
import type { UserWriter } from './user-writer.ts';

export interface MessengerSender {
  messenger: Messenger;
  address: string;
  content: Pick<InboundContent, 'senderName' | 'username'>;
}

/**
 * Customers as their messenger knows them. Whoever writes for the first time becomes a customer without a password, who
 * is reached where they came from and signs in nowhere. Staff who write to the bot are customers there like anybody.
 */
export class MessengerCustomers {
  readonly #writer: UserWriter;
  readonly #mintUid: UidFactory;

  constructor(writer: UserWriter, mintUid: UidFactory) {
    this.#writer = writer;
    this.#mintUid = mintUid;
  }

  async findOrCreate(tx: Tx, sender: MessengerSender, now: number): Promise<UserRecord> {
    const { messenger, address, content } = sender;
    const find = messenger === 'telegram' ? findCustomerByTelegram : findCustomerByWhatsApp;
    const id = await find(tx.db, address);
    const known = id === null ? null : await findUser(tx.db, id);
    if (known === null) return this.#create(tx, sender, now);
    if (messenger !== 'telegram') return known;
    return this.#writer.update(tx, known, { telegram_username: content.username }, now);
  }

  async #create(tx: Tx, sender: MessengerSender, now: number): Promise<UserRecord> {
    const { messenger, address, content } = sender;
    const isTelegram = messenger === 'telegram';
    const uid = this.#mintUid();
    const plain = `${messenger}-${address}`;
    // Deleted customers keep their names.
    const username = (await isLoginTaken(tx.db, plain)) ? `${plain}-${uid}` : plain;
    const name = content.senderName === '' ? (isTelegram ? username : `+${address}`) : content.senderName;
    const user: NewUser = {
      uid,
      username,
      email: null,
      password_hash: null,
      ...nameFromFull(name),
      role: 'customer',
      is_active: 1,
      is_approved: 1,
      is_available: 1,
      agent_capacity: defaultAgentCapacity,
      department: null,
      whatsapp_number: isTelegram ? null : `+${address}`,
      telegram_chat_id: isTelegram ? address : null,
      telegram_username: isTelegram ? content.username : null,
    };
    return this.#writer.insert(tx, user, now);
  }
}
