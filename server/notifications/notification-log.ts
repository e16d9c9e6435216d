import { isAdmin, type Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import type { WrittenChanges } from '../tickets/ticket-writer.ts';
import {
  channelWords,
  notificationChannels,
  type DeliveryChannels,
  type NotificationChannel,
} from './channel-names.ts';
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

const addressOf = (recipient: Recipient, channel: NotificationChannel): string | null =>
  channel === 'EMAIL' ? recipient.email : recipient.whatsapp;

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
        notificationChannels.map((channel) => this.#draft(event, ticket, recipient, channel, now)),
      );
      await insertNotifications(tx, rows);
    }
  }

  /** Their own entries; admins see everybody's (contract, C19). Newest first. */
  list(actor: Actor, page: { limit: number; offset: number }): Promise<LoggedNotification[]> {
    const userId = isAdmin(actor) ? null : actor.id;
    return listNotifications(this.#database.db, { userId, channels: notificationChannels }, page);
  }

  #draft(
    event: NotificationEvent,
    ticket: StoredTicket,
    recipient: Recipient,
    channel: NotificationChannel,
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
      ...this.#fateOf(address, channel, now),
      attempts: 0,
      sent_at: null,
      created_at: now,
    };
  }

  #fateOf(address: string | null, channel: NotificationChannel, now: number) {
    const { notConfigured, noAddress } = channelWords[channel];
    const skipped = { status: 'SKIPPED', next_attempt_at: null };
    if (address === null) return { ...skipped, error: noAddress };
    if (this.#channels[channel] === undefined) return { ...skipped, error: notConfigured };
    return { status: 'PENDING', error: null, next_attempt_at: now };
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
        : [{ id: null, full_name: requester_name ?? '', email, whatsapp }];
    }
  }
}
