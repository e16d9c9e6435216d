import { isAdmin, type Actor } from '#shared/model/user.ts';
import type { DeliveryChannels, PersonChannelName } from '../channels/create-channels.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import type { WrittenChanges } from '../tickets/ticket-writer.ts';
import { documentedChannels } from './channel-names.ts';
import { fateOf } from './delivery-fate.ts';
import {
  insertNotifications,
  listAdminRecipients,
  listNotifications,
  listRecipients,
  type LoggedNotification,
  type Recipient,
} from './notification.repo.ts';
import { tell } from './texts.ts';
import {
  assigneesOf,
  eventsOf,
  newAssignees,
  partiesByEvent,
  type NotificationEvent,
  type Party,
} from './triggers.ts';

function addressOf({ email, whatsapp, telegram }: Recipient, channel: PersonChannelName): string | null {
  switch (channel) {
    case 'EMAIL':
      return email;
    case 'WHATSAPP':
      return whatsapp;
    case 'TELEGRAM':
      return telegram;
  }
}

/** The document's two, whether they reach anybody or not; and Telegram for those who can be found there. */
const channelsFor = ({ telegram }: Recipient): readonly PersonChannelName[] =>
  telegram === null ? documentedChannels : [...documentedChannels, 'TELEGRAM'];

/**
 * Writes down who is told what, in the transaction of the change itself: what was undone told nobody, what was kept
 * told everybody. What can be sent waits in the queue; the rest is skipped, and the log says why.
 */
export class NotificationLog {
  readonly #database: Database;
  readonly #channels: DeliveryChannels;

  constructor(database: Database, channels: DeliveryChannels) {
    this.#database = database;
    this.#channels = channels;
  }

  async record(
    tx: Tx,
    before: StoredTicket | null,
    { ticket, activities }: Pick<WrittenChanges, 'ticket' | 'activities'>,
    now: number,
  ): Promise<void> {
    for (const event of eventsOf(before, ticket, activities)) {
      const recipients = await recipientsOf(tx, event, before, ticket);
      const rows = recipients.flatMap((recipient) =>
        channelsFor(recipient).map((channel) => this.#draft(event, ticket, recipient, channel, now)),
      );
      await insertNotifications(tx, rows);
    }
  }

  /** Their own entries; admins see everybody's (contract, C19). Newest first. */
  list(actor: Actor, page: { limit: number; offset: number }): Promise<LoggedNotification[]> {
    const userId = isAdmin(actor) ? null : actor.id;
    return listNotifications(this.#database.db, { userId, channels: documentedChannels }, page);
  }

  #draft(
    event: NotificationEvent,
    ticket: StoredTicket,
    recipient: Recipient,
    channel: PersonChannelName,
    now: number,
  ) {
    const address = addressOf(recipient, channel);
    return {
      ticket_id: ticket.id,
      user_id: recipient.id,
      event,
      channel,
      recipient: address ?? '',
      recipient_name: recipient.full_name,
      ...tell(event, ticket, recipient.full_name),
      ...fateOf(this.#channels, channel, address, now),
      attempts: 0,
      sent_at: null,
      created_at: now,
    };
  }
}

/** Each of them once, even where somebody is of two parties. */
async function recipientsOf(
  tx: Tx,
  event: NotificationEvent,
  before: StoredTicket | null,
  ticket: StoredTicket,
): Promise<Recipient[]> {
  const all: Recipient[] = [];
  for (const party of partiesByEvent[event]) all.push(...(await membersOf(tx, party, before, ticket)));
  return all.filter(({ id }, index) => id === null || all.findIndex((other) => other.id === id) === index);
}

async function membersOf(
  tx: Tx,
  party: Party,
  before: StoredTicket | null,
  ticket: StoredTicket,
): Promise<Recipient[]> {
  switch (party) {
    case 'admins':
      return listAdminRecipients(tx.db);
    case 'developers':
      return listRecipients(tx.db, assigneesOf(ticket));
    case 'new-developers':
      return listRecipients(tx.db, newAssignees(before, ticket));
    case 'client': {
      if (ticket.requester_id !== null) return listRecipients(tx.db, [ticket.requester_id]);
      const { requester_name, requester_email: email, phone_number: whatsapp } = ticket;
      return email === null && whatsapp === null
        ? []
        : [{ id: null, full_name: requester_name ?? '', email, whatsapp, telegram: null }];
    }
  }
}
