import type { Clock } from '#shared/model/clock.ts';
import type { Status } from '#shared/model/status.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import type { Tx } from '../database/handles.ts';
import type { NodeFields, TicketWriter, WrittenChanges } from '../tickets/ticket-writer.ts';
import { findTicketById, readCategoryColumns, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { ChangeContext, TicketService } from '../tickets/ticket.service.ts';
import type { OperatorTicket } from './operator-ticket.repo.ts';
import { findOperator } from './operator.repo.ts';

export interface OperatorStepsDeps {
  tickets: TicketService;
  writer: TicketWriter;
  clock: Clock;
  mintUid: UidFactory;
}

/** Where a ticket goes from its present status; the same status where it is to stay. */
export type StatusMove = (present: Status) => Status;

/** The single changes that an admin's deed is put together from; each inside the deed's transaction. */
export class OperatorSteps {
  readonly #deps: OperatorStepsDeps;

  constructor(deps: OperatorStepsDeps) {
    this.#deps = deps;
  }

  /** Null when it is so already. What an admin asks for here is never refused; a refusal is a fault and undoes all. */
  async change(tx: Tx, call: MutationCall, context: ChangeContext): Promise<WrittenChanges | null> {
    const outcome = await this.#deps.tickets.changeWithin(tx, call.name, call.args, context);
    if (outcome.kind === 'refused') throw new Error(`${call.name} was refused: ${outcome.refusal.code}`);
    return outcome.kind === 'applied' ? outcome.written : null;
  }

  /** Writes what no mutator is for. */
  async write(
    tx: Tx,
    id: number,
    { assignedAt, messages = [] }: { assignedAt?: number | null; messages?: TicketChanges['messages'] },
    { origin }: ChangeContext,
    node: NodeFields = {},
  ): Promise<void> {
    const ticket = await this.#find(tx, id);
    const set = assignedAt === undefined ? {} : { assigned_at: assignedAt };
    const now = this.#deps.clock.now();
    await this.#deps.writer.write(tx, ticket, { set, messages, activities: [] }, { now, origin, node });
  }

  /** Moves the ticket from wherever it is by now. */
  async move(
    tx: Tx,
    { id, uid }: Pick<OperatorTicket, 'id' | 'uid'>,
    move: StatusMove,
    context: ChangeContext,
  ): Promise<void> {
    const { status } = await this.#find(tx, id);
    const to = move(status);
    if (to === status) return;
    const args = { ticket_uid: uid, activity_uid: this.#deps.mintUid(), to };
    await this.change(tx, { name: 'ticket-status', args }, context);
  }

  async categorize(tx: Tx, before: OperatorTicket, word: string, context: ChangeContext): Promise<void> {
    if (word === before.category_admin) return;
    const node: NodeFields = { chosenCategory: { vocabulary: 'admin', word } };
    const current = await readCategoryColumns(tx.db, before.id);
    const { category } = await this.#deps.writer.chooseCategory(tx, current, 'admin', word);
    const args = { ticket_uid: before.uid, activity_uid: this.#deps.mintUid(), category };
    const changed = await this.change(tx, { name: 'ticket-category', args }, { ...context, node });
    // The department is the same, but not the word.
    if (changed === null) await this.write(tx, before.id, {}, context, node);
  }

  /** A name that is nobody's is kept as it was given, and nobody is the assignee then (contract, C37). */
  async setOperator(
    tx: Tx,
    before: OperatorTicket,
    name: string | null,
    context: ChangeContext,
  ): Promise<void> {
    if (name === before.operator_name) return;
    const operator = name === null ? null : await findOperator(tx.db, name);
    const assignee_id = operator?.id ?? null;
    const node = { assigned_label: name };
    const { mintUid, clock } = this.#deps;
    const names = { activity_uid: mintUid(), status_activity_uid: mintUid() };
    const args = { ticket_uid: before.uid, ...names, assignee_id };
    const changed = await this.change(tx, { name: 'ticket-assign', args }, { ...context, node });
    if (operator === null) {
      const assignedAt = name === null ? (changed?.ticket.assigned_at ?? null) : clock.now();
      await this.write(tx, before.id, { assignedAt }, context, { ...node, awaits_agent: 0 });
    } else if (changed === null) {
      await this.write(tx, before.id, {}, context, node);
    }
  }

  async #find(tx: Tx, id: number): Promise<StoredTicket> {
    const ticket = await findTicketById(tx.db, id);
    if (ticket === null) throw new Error(`Ticket ${id} is gone within one transaction`);
    return ticket;
  }
}
