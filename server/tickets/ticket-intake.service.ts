import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import type { Source } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { findUser } from '../users/user.repo.ts';
import type { ChangeContext, ChangeOutcome, TicketService } from './ticket.service.ts';

export interface NewTicket {
  subject: string;
  description: string;
  priority: Priority;
  category: Department;
  source: Source;
  phoneNumber: string | null;
  merchantId: string | null;
  tags: readonly string[];
  /** Who asks for help: a user by id, or somebody by name and address alone. */
  requester: { id: number | null; name: string | null; email: string | null };
}

export type IntakeOutcome = ChangeOutcome | { kind: 'requester_not_found'; id: number };

export interface TicketIntakeDeps {
  database: Database;
  tickets: TicketService;
  mintUid: UidFactory;
}

/** Opens tickets for the surfaces, which know the requester and nothing of uids. */
export class TicketIntake {
  readonly #deps: TicketIntakeDeps;

  constructor(deps: TicketIntakeDeps) {
    this.#deps = deps;
  }

  open(ticket: NewTicket, context: ChangeContext): Promise<IntakeOutcome> {
    return this.#deps.database.write((tx) => this.openWithin(tx, ticket, context));
  }

  /** Opens it inside the caller's transaction. */
  async openWithin(tx: Tx, ticket: NewTicket, context: ChangeContext): Promise<IntakeOutcome> {
    const { tickets, mintUid } = this.#deps;
    const { id } = ticket.requester;
    const user = id === null ? null : await findUser(tx.db, id);
    if (id !== null && user === null) return { kind: 'requester_not_found', id };
    const { subject, description, priority, category, source, tags } = ticket;
    const args = {
      ticket_uid: mintUid(),
      message_uid: mintUid(),
      activity_uid: mintUid(),
      subject,
      description,
      priority,
      category,
      source,
      requester: {
        id,
        name: ticket.requester.name ?? user?.full_name ?? null,
        email: ticket.requester.email ?? user?.email ?? null,
      },
      phone_number: ticket.phoneNumber,
      merchant_id: ticket.merchantId,
      tags: [...tags],
    };
    return tickets.changeWithin(tx, 'ticket-create', args, context);
  }
}
