import type { Priority } from '#shared/model/priority.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import { recordAction, type AuditAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { ChangeContext } from '../tickets/ticket.service.ts';
import { assignmentMessage } from './assignment-message.ts';
import { OperatorSteps, type OperatorStepsDeps, type StatusMove } from './operator-steps.ts';
import { findOperatorTicket, type OperatorTicket } from './operator-ticket.repo.ts';

export interface OperatorChangesDeps extends OperatorStepsDeps {
  database: Database;
}

/** What an admin changes at once; what is left out stays. */
export interface OperatorEdit {
  status?: StatusMove | undefined;
  priority?: Priority | undefined;
  /** In the admin-tickets document's free words. */
  category?: string | undefined;
  /** Anybody's name; null takes the ticket from whoever has it. */
  operator?: string | null | undefined;
}

/** Who writes under it, and what: the surface's words. */
export interface Announcement {
  senderName: string;
  text: string;
}

/**
 * What admins do to tickets in the admin-tickets document: several changes at once, operators by name, and a line in
 * the audit log with each. All of it is one transaction. Null when there is no such ticket.
 */
export class OperatorChanges {
  readonly #deps: OperatorChangesDeps;
  readonly #steps: OperatorSteps;

  constructor(deps: OperatorChangesDeps) {
    this.#deps = deps;
    this.#steps = new OperatorSteps(deps);
  }

  /** Nothing is logged when the ticket is so already. */
  update(id: number, edit: OperatorEdit, context: ChangeContext): Promise<OperatorTicket | null> {
    return this.#inTicket(id, async (tx, before) => {
      if (edit.status !== undefined) await this.#steps.move(tx, before, edit.status, context);
      if (edit.priority !== undefined) {
        const names = { ticket_uid: before.uid, activity_uid: this.#deps.mintUid() };
        const args = { ...names, priority: edit.priority };
        await this.#steps.change(tx, { name: 'ticket-priority', args }, context);
      }
      if (edit.category !== undefined) await this.#steps.categorize(tx, before, edit.category, context);
      if (edit.operator !== undefined) await this.#steps.setOperator(tx, before, edit.operator, context);
      const after = await this.#read(tx, id);
      const changes = describeChanges(before, after);
      if (Object.keys(changes).length === 0) return after;
      await this.#audit(tx, 'ticket_updated', before, context, { changes });
      return after;
    });
  }

  /** Answers the customer and moves the ticket, or adds a note for staff alone. */
  say(
    id: number,
    message: { kind: 'reply'; text: string; move: StatusMove } | { kind: 'note'; text: string },
    context: ChangeContext,
  ): Promise<number | null> {
    return this.#inTicket(id, async (tx, before) => {
      const { mintUid } = this.#deps;
      const names = { ticket_uid: before.uid, message_uid: mintUid(), text: message.text };
      const call: MutationCall =
        message.kind === 'reply'
          ? { name: 'ticket-reply', args: names }
          : { name: 'ticket-note', args: { ...names, activity_uid: mintUid() } };
      const written = await this.#steps.change(tx, call, context);
      if (message.kind === 'reply') await this.#steps.move(tx, before, message.move, context);
      const messageId = written?.messages[0]?.id;
      if (messageId === undefined) throw new Error('A message was not there after it was written');
      const details = { message_id: messageId, kind: message.kind };
      await this.#audit(tx, 'ticket_message_sent', before, context, details);
      return messageId;
    });
  }

  /** Hands the ticket to an operator, moves it, and tells so in its conversation. */
  assign(
    id: number,
    { operator, move, announcement }: { operator: string; move: StatusMove; announcement: Announcement },
    context: ChangeContext,
  ): Promise<OperatorTicket | null> {
    return this.#inTicket(id, async (tx, before) => {
      await this.#steps.setOperator(tx, before, operator, context);
      await this.#steps.move(tx, before, move, context);
      const { clock, mintUid } = this.#deps;
      const row = assignmentMessage(before.uid, mintUid(), announcement, clock.now());
      await this.#steps.write(tx, id, { messages: [row] }, context);
      const details = { operator, previous_operator: before.operator_name };
      await this.#audit(tx, 'ticket_assigned', before, context, details);
      return this.#read(tx, id);
    });
  }

  #inTicket<Value>(
    id: number,
    work: (tx: Tx, before: OperatorTicket) => Promise<Value>,
  ): Promise<Value | null> {
    return this.#deps.database.write(async (tx) => {
      const before = await findOperatorTicket(tx.db, id);
      return before === null ? null : work(tx, before);
    });
  }

  async #read(tx: Tx, id: number): Promise<OperatorTicket> {
    const ticket = await findOperatorTicket(tx.db, id);
    if (ticket === null) throw new Error(`Ticket ${id} is gone within one transaction`);
    return ticket;
  }

  async #audit(
    tx: Tx,
    action: AuditAction,
    { id, number: ticket_number }: OperatorTicket,
    { actor }: ChangeContext,
    details: Record<string, unknown>,
  ): Promise<void> {
    const entry = {
      adminId: actor.id,
      action,
      target: { type: 'ticket', id },
      metadata: { ticket_number, ...details },
    } as const;
    await recordAction(tx, entry, this.#deps.clock.now());
  }
}

const audited = ['status', 'priority', 'category_admin', 'operator_name'] as const;

function describeChanges(before: OperatorTicket, after: OperatorTicket): Record<string, unknown> {
  const different = audited.filter((column) => before[column] !== after[column]);
  return Object.fromEntries(different.map((column) => [column, { from: before[column], to: after[column] }]));
}
