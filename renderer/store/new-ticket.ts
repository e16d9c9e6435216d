import { departments, type Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import type { MessageRow, TicketRow } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { MutatorArgs } from '#shared/mutators/registry.ts';
import { words } from '../ui/i18n/i18n.ts';

/** A ticket that is being written on behalf of a customer. */
export interface NewTicket {
  subject: string;
  description: string;
  name: string;
  email: string;
  phone: string;
  priority: Priority;
  category: Department;
  /** The customer's account, and the ticket that this one is split off; null for one that begins anew. */
  origin: { requesterId: number | null; ticket: Pick<TicketRow, 'uid' | 'id' | 'subject'> } | null;
}

/** What is written in fields. */
export type TicketField = Exclude<keyof NewTicket, 'origin'>;

export type NewTicketProblems = Partial<Record<TicketField, string>>;

/** Begins in the department of its author, so that it stays in their sight. */
export function emptyTicket(department: string | null): NewTicket {
  const category = departments.find((candidate) => candidate === department) ?? 'general';
  return {
    subject: '',
    description: '',
    name: '',
    email: '',
    phone: '',
    priority: 'medium',
    category,
    origin: null,
  };
}

/** What was said on a ticket as the beginning of another one, of the same customer. */
export function splitTicket(ticket: TicketRow, message: Pick<MessageRow, 'text'>): NewTicket {
  return {
    subject: ticket.subject,
    description: message.text,
    name: ticket.requester_name ?? '',
    email: ticket.requester_email ?? '',
    phone: ticket.phone_number ?? '',
    priority: ticket.priority,
    category: ticket.category,
    origin: { requesterId: ticket.requester_id, ticket },
  };
}

/** A ticket that was never sent, to be written on; `splitFrom` is the one that it was split off. */
export function unsentTicket(ticket: TicketRow, splitFrom: TicketRow | undefined): NewTicket {
  const origin = splitFrom === undefined ? null : { requesterId: ticket.requester_id, ticket: splitFrom };
  return { ...splitTicket(ticket, { text: ticket.description }), origin };
}

/** Whether nothing would be lost with it. */
export function isUntouched({ subject, description }: NewTicket): boolean {
  return subject.trim() === '' && description.trim() === '';
}

/** What is missing or cannot be right, by field. */
export function problemsOf({ subject, description, email }: NewTicket): NewTicketProblems {
  return {
    ...(subject.trim() === '' ? { subject: words('new-ticket:problem.subject') } : {}),
    ...(description.trim() === '' ? { description: words('new-ticket:problem.description') } : {}),
    ...(email.trim() === '' || /^\S+@\S+$/.test(email.trim())
      ? {}
      : { email: words('new-ticket:problem.email') }),
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function createArgs(ticket: NewTicket, newUid: UidFactory): MutatorArgs<'ticket-create'> {
  return {
    ticket_uid: newUid(),
    message_uid: newUid(),
    activity_uid: newUid(),
    subject: ticket.subject.trim(),
    description: ticket.description.trim(),
    priority: ticket.priority,
    category: ticket.category,
    source: 'web',
    requester: {
      id: ticket.origin?.requesterId ?? null,
      name: orNull(ticket.name),
      email: orNull(ticket.email),
    },
    phone_number: orNull(ticket.phone),
    merchant_id: null,
    tags: [],
    ...(ticket.origin === null ? {} : { split_from_uid: ticket.origin.ticket.uid }),
  };
}
