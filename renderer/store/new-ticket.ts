import { departments, type Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
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
}

export type NewTicketProblems = Partial<Record<keyof NewTicket, string>>;

/** Begins in the department of its author, so that it stays in their sight. */
export function emptyTicket(department: string | null): NewTicket {
  const category = departments.find((candidate) => candidate === department) ?? 'general';
  return { subject: '', description: '', name: '', email: '', phone: '', priority: 'medium', category };
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
    requester: { id: null, name: orNull(ticket.name), email: orNull(ticket.email) },
    phone_number: orNull(ticket.phone),
    merchant_id: null,
    tags: [],
  };
}
