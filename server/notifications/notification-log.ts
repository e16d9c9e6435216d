import { isAdmin, type Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import type { WrittenChanges } from '../tickets/ticket-writer.ts';
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

/** The ways in which the incident-management document tells people. */
export const notificationChannels = ['EMAIL', 'WHATSAPP'] as const;

export type NotificationChannel = (typeof notificationChannels)[number];

const channelWords = {
  EMAIL: { notConfigured: 'Email is not configured', noAddress: 'No email address' },
  WHATSAPP: { notConfigured: 'WhatsApp is not configured', noAddress: 'No WhatsApp number' },
} as const;

const addressOf = (recipient: Recipient, channel: NotificationChannel): string | null =>
  channel === 'EMAIL' ? recipient.email : recipient.whatsapp;

/**
 * Writes down who is told what, in the transaction of the change itself: what was undone told nobody, what was kept
 * told everybody. This node delivers through no channel yet, and the log says so.
 */
export class NotificationLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
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
        notificationChannels.map((channel) => draft(event, ticket, recipient, channel, now)),
      );
      await insertNotifications(tx, rows);
    }
  }

  /** Their own entries; admins see everybody's (contract, C19). Newest first. */
  list(actor: Actor, page: { limit: number; offset: number }): Promise<LoggedNotification[]> {
    const userId = isAdmin(actor) ? null : actor.id;
    return listNotifications(this.#database.db, { userId, channels: notificationChannels }, page);
  }
}

function draft(
  event: NotificationEvent,
  ticket: StoredTicket,
  recipient: Recipient,
  channel: NotificationChannel,
  now: number,
) {
  const address = addressOf(recipient, channel);
  const { notConfigured, noAddress } = channelWords[channel];
  return {
    ticket_id: ticket.id,
    user_id: recipient.id,
    event,
    channel,
    recipient: address ?? '',
    recipient_name: recipient.full_name,
    ...tell(event, ticket, recipient.full_name),
    status: 'SKIPPED',
    error: address === null ? noAddress : notConfigured,
    attempts: 0,
    next_attempt_at: null,
    sent_at: null,
    created_at: now,
  };
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
