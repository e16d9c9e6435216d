import type { Clock } from '#shared/model/clock.ts';
import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import type { Priority } from '#shared/model/priority.ts';
import type { TicketAction } from '#shared/model/rule-set.ts';
import type { Status } from '#shared/model/status.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { isStaff } from '#shared/model/user.ts';
import { draftActivity } from '#shared/mutators/draft-rows.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import { isItCategory, type ItCategory } from '../categorizer/category.ts';
import type { CategorizerService } from '../categorizer/categorizer.service.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { findActor } from '../users/profile.repo.ts';
import type { NodeFields, TicketWriter } from './ticket-writer.ts';
import { findTicketById, readCategoryColumns, type StoredTicket } from './ticket.repo.ts';
import type { ChangeContext, ChangeOutcome, TicketService } from './ticket.service.ts';

/** What a ticket shall be; what is left out stays. */
export interface TicketEdit {
  subject?: string | undefined;
  description?: string | undefined;
  priority?: Priority | undefined;
  /** `shownAs` are the statuses that the surface shows as the word written: one of them stays (mapping, section 0). */
  status?: { to: Status; shownAs: readonly Status[] } | undefined;
  category?: ItCategory | undefined;
  assigneeId?: number | null | undefined;
}

export type EditOutcome = { kind: 'done' } | { kind: 'refused'; refusal: Refusal };

export interface TicketEditDeps {
  database: Database;
  tickets: TicketService;
  writer: TicketWriter;
  categorizer: CategorizerService;
  clock: Clock;
  mintUid: UidFactory;
}

/** Undoes the whole edit because one part of it was refused. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Changes several things of a ticket at once, all or nothing; and deletes tickets. */
export class TicketEditService {
  readonly #deps: TicketEditDeps;

  constructor(deps: TicketEditDeps) {
    this.#deps = deps;
  }

  async edit(id: number, edit: TicketEdit, context: ChangeContext): Promise<EditOutcome> {
    return this.#atomically(async (tx) => {
      await this.#find(tx, id, 'view', context);
      await this.#editTexts(tx, id, edit, context);
      await this.#editCategory(tx, id, edit, context);
      await this.#editByMutators(tx, id, edit, context);
    });
  }

  async remove(id: number, context: ChangeContext): Promise<EditOutcome> {
    return this.#atomically(async (tx) => {
      const ticket = await this.#find(tx, id, 'delete', context);
      await this.#deps.writer.remove(tx, ticket, this.#deps.clock.now());
    });
  }

  async #atomically(work: (tx: Tx) => Promise<void>): Promise<EditOutcome> {
    try {
      await this.#deps.database.write(work);
      return { kind: 'done' };
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
      throw error;
    }
  }

  async #find(
    tx: Tx,
    id: number,
    action: TicketAction,
    { actor, rules }: ChangeContext,
  ): Promise<StoredTicket> {
    const ticket = await findTicketById(tx.db, id);
    if (ticket === null) throw new Refused({ code: 'ticket_not_found' });
    if (!isPermitted(actor, action, scopeOf(ticket), rules)) throw new Refused({ code: 'forbidden' });
    return ticket;
  }

  async #editTexts(tx: Tx, id: number, edit: TicketEdit, context: ChangeContext): Promise<void> {
    const { subject: before, description: told } = await this.#find(tx, id, 'view', context);
    const { subject = before, description = told } = edit;
    if (subject === before && description === told) return;
    const ticket = await this.#find(tx, id, 'edit', context);
    // Once somebody works on it, what a customer said stands (contract, C25).
    const isUntouched = ticket.status === 'new' || ticket.status === 'opened';
    if (!isStaff(context.actor) && !isUntouched) throw new Refused({ code: 'forbidden' });
    const set = { subject, description };
    const { origin } = context;
    const changes = { set, messages: [], activities: [] };
    await this.#deps.writer.write(tx, ticket, changes, { now: this.#deps.clock.now(), origin });
  }

  async #editCategory(tx: Tx, id: number, { category }: TicketEdit, context: ChangeContext): Promise<void> {
    const columns = await readCategoryColumns(tx.db, id);
    if (category === undefined || category === columns.category_it) return;
    const ticket = await this.#find(tx, id, 'category', context);
    const { categorizer, clock, mintUid, writer } = this.#deps;
    const { actor, rules, origin } = context;
    const now = clock.now();
    const { category: after } = await writer.chooseCategory(tx, columns, 'it', category);
    const activity = draftActivity(
      ticket.uid,
      { actor, rules, now },
      {
        uid: mintUid(),
        kind: 'category_updated',
        from_value: ticket.category,
        to_value: after,
        data: { updated_by: actor.username },
      },
    );
    const activities = after === ticket.category ? [] : [activity];
    const node = {
      chosenCategory: { vocabulary: 'it', word: category },
      auto_categorized: 0,
      confidence_score: 1,
    } as const;
    await writer.write(tx, ticket, { messages: [], activities }, { now, origin, node });
    if (isItCategory(columns.category_it)) {
      await categorizer.correct(tx, { ticketId: id, category, correctedBy: actor.id });
    }
  }

  async #editByMutators(tx: Tx, id: number, edit: TicketEdit, context: ChangeContext): Promise<void> {
    const { tickets, mintUid } = this.#deps;
    const ticket = await this.#find(tx, id, 'view', context);
    const named = { ticket_uid: ticket.uid, activity_uid: mintUid() };
    const change = async (name: string, args: object, node?: NodeFields): Promise<void> => {
      const within = node === undefined ? context : { ...context, node };
      const outcome: ChangeOutcome = await tickets.changeWithin(tx, name, args, within);
      if (outcome.kind === 'refused') throw new Refused(outcome.refusal);
    };
    const { priority, assigneeId, status } = edit;
    if (priority !== undefined && priority !== ticket.priority) {
      await change('ticket-priority', { ...named, priority });
    }
    if (assigneeId !== undefined && assigneeId !== ticket.assignee_id) {
      const assignee = assigneeId === null ? null : await findActor(tx.db, assigneeId);
      // Mapping, section 9: the operator's name of the admin-tickets surface follows the assignee.
      const assigned_label = assignee?.username ?? null;
      const uids = { activity_uid: mintUid(), status_activity_uid: mintUid() };
      await change('ticket-assign', { ...named, ...uids, assignee_id: assigneeId }, { assigned_label });
    }
    if (status !== undefined && !status.shownAs.includes(ticket.status)) {
      await change('ticket-status', { ...named, activity_uid: mintUid(), to: status.to });
    }
  }
}
