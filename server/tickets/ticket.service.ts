import type { Clock } from '#shared/model/clock.ts';
import type { RuleSet } from '#shared/model/rule-set.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import { findMutator, runMutation, type MutationCall } from '#shared/mutators/registry.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import { settleUploads, type SettledChanges } from '../attachments/settle-uploads.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { findAssignee } from '../users/profile.repo.ts';
import { customerMessageChanges, type CustomerMessage } from './customer-message.ts';
import { withConversation, type SaidBefore } from './with-conversation.ts';
import type { NodeFields, TicketWriter, WrittenChanges } from './ticket-writer.ts';
import { findTicketById, findTicketByUid, type StoredTicket } from './ticket.repo.ts';

/** Who asks, under which surface's rules. `origin` names that surface. */
export interface ChangeContext {
  actor: Actor;
  rules: RuleSet;
  origin: string;
  /** What the surface says beside the change and consoles are not told of. */
  node?: NodeFields;
  /** What a new ticket begins with, oldest first, in place of its description. */
  conversation?: readonly SaidBefore[];
}

export type ChangeOutcome =
  | { kind: 'applied'; written: WrittenChanges }
  | { kind: 'unchanged' }
  | { kind: 'refused'; refusal: Refusal };

/** The ticket as it stands after several changes, or why none of them was made. */
export type TogetherOutcome = { kind: 'done'; ticket: StoredTicket } | { kind: 'refused'; refusal: Refusal };

export interface TicketServiceDeps {
  database: Database;
  writer: TicketWriter;
  clock: Clock;
}

/** Changes tickets, for every surface and for sync alike. Expected refusals are values; only faults throw. */
export class TicketService {
  readonly #deps: TicketServiceDeps;

  constructor(deps: TicketServiceDeps) {
    this.#deps = deps;
  }

  /** Makes one change in a transaction of its own; settles once it is durable. */
  change(call: MutationCall, context: ChangeContext): Promise<ChangeOutcome> {
    const turn = `user:${context.actor.id}`;
    return this.#deps.database.write((tx) => this.changeWithin(tx, call.name, call.args, context), turn);
  }

  /**
   * Makes one change inside the caller's transaction. `args` may come straight from the wire: what does not fit the
   * mutator's schema is refused, nothing is written then.
   */
  async changeWithin(
    tx: Tx,
    name: string,
    args: unknown,
    { actor, rules, origin, node, conversation = [] }: ChangeContext,
  ): Promise<ChangeOutcome> {
    const mutator = findMutator(name);
    if (mutator === null) return { kind: 'refused', refusal: { code: 'unknown_mutation' } };
    const parsed = mutator.args.safeParse(args);
    if (!parsed.success) {
      const detail = parsed.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .join('; ');
      return { kind: 'refused', refusal: { code: 'invalid_args', detail } };
    }
    const now = this.#deps.clock.now();
    const ticket = await findTicketByUid(tx.db, parsed.data.ticket_uid);
    const assigneeId = mutator.assigneeIdOf?.(parsed.data) ?? null;
    const assignee = assigneeId === null ? null : await findAssignee(tx.db, assigneeId);
    const otherUid = mutator.otherUidOf?.(parsed.data) ?? null;
    const other = otherUid === null ? null : await findTicketByUid(tx.db, otherUid);
    const result = runMutation(mutator, { ticket, assignee, other }, parsed.data, { actor, now, rules });
    if (result.kind !== 'applied') return result;
    const settled = await settle(tx, ticket, actor, withConversation(result.changes, conversation));
    if (settled.kind !== 'settled') return settled;
    const { changes, contentHashes } = settled;
    return {
      kind: 'applied',
      written: await this.#deps.writer.write(tx, ticket, changes, { now, origin, node, contentHashes }),
    };
  }

  /**
   * Makes several changes of one ticket, all of them or none. `plan` sees the ticket inside the transaction; what it
   * refuses is refused.
   */
  async changeTogether(
    id: number,
    plan: (ticket: StoredTicket) => readonly MutationCall[] | Refusal,
    context: ChangeContext,
  ): Promise<TogetherOutcome> {
    try {
      return await this.#deps.database.write(async (tx) => {
        const found = await findTicketById(tx.db, id);
        if (found === null) throw new Undone({ code: 'ticket_not_found' });
        const planned = plan(found);
        if ('code' in planned) throw new Undone(planned);
        let ticket = found;
        for (const { name, args } of planned) {
          const outcome = await this.changeWithin(tx, name, args, context);
          if (outcome.kind === 'refused') throw new Undone(outcome.refusal);
          if (outcome.kind === 'applied') ticket = outcome.written.ticket;
        }
        return { kind: 'done', ticket };
      });
    } catch (error) {
      if (error instanceof Undone) return { kind: 'refused', refusal: error.refusal };
      throw error;
    }
  }

  /** Adds what a customer wrote. Null when there is no such ticket. */
  receiveFromCustomer(
    ticketUid: string,
    message: CustomerMessage,
    origin: string,
  ): Promise<WrittenChanges | null> {
    return this.#deps.database.write(async (tx) => {
      const ticket = await findTicketByUid(tx.db, ticketUid);
      return ticket === null ? null : this.receiveFromCustomerWithin(tx, ticket, message, origin);
    });
  }

  /** Adds it inside the caller's transaction, to a ticket that was read there. */
  receiveFromCustomerWithin(
    tx: Tx,
    ticket: StoredTicket,
    message: CustomerMessage,
    origin: string,
  ): Promise<WrittenChanges> {
    const now = this.#deps.clock.now();
    const changes = customerMessageChanges(ticket, message, now);
    return this.#deps.writer.write(tx, ticket, changes, { now, origin });
  }
}

/** Most changes bring no file. */
async function settle(
  tx: Tx,
  ticket: StoredTicket | null,
  { id: userId }: Actor,
  changes: TicketChanges,
): Promise<SettledChanges> {
  const hasFiles = (changes.attachments?.length ?? 0) > 0;
  if (!hasFiles || ticket === null) return { kind: 'settled', changes, contentHashes: new Map() };
  return settleUploads(tx, { ticketId: ticket.id, userId }, changes);
}

/** Undoes the changes made before the one that was refused. */
class Undone extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
