import { consoleRules } from '#shared/model/rule-set.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { Actor } from '#shared/model/user.ts';
import { ticketCreate } from '#shared/mutators/ticket-create.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import type { Tx } from '../database/handles.ts';
import { insertFeedback } from '../feedback/feedback.repo.ts';
import type { Services } from '../services.ts';
import { chooseCategory } from '../tickets/category-columns.ts';
import { customerMessageChanges } from '../tickets/customer-message.ts';
import { findTicketByUid, updateTicket, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { Step, TicketPlan } from './plan.ts';

/** Lives one made-up ticket through the services that live real ones. The services' clock must stand at each step. */
export class PlanPlayer {
  readonly #tx: Tx;
  readonly #services: Services;
  readonly #plan: TicketPlan;
  /** Minted when the ticket is opened. */
  #uid = '';
  #id: number | null = null;

  constructor(tx: Tx, services: Services, plan: TicketPlan) {
    this.#tx = tx;
    this.#services = services;
    this.#plan = plan;
  }

  /** The ticket once it was opened, and whose it is. */
  get opened(): { id: number; customerId: number } | null {
    return this.#id === null ? null : { id: this.#id, customerId: this.#plan.customer.id };
  }

  async play(step: Step): Promise<void> {
    const { mintUid } = this.#services;
    const ticket_uid = this.#uid;
    switch (step.kind) {
      case 'open':
        return this.#open();
      case 'customer':
        return this.#receive(step.text);
      case 'due':
        return this.#setDue(step);
      case 'rate':
        return this.#rate(step);
      case 'reply':
        return this.#change(step.by, {
          name: 'ticket-reply',
          args: { ticket_uid, message_uid: mintUid(), text: step.text },
        });
      case 'note':
        return this.#change(step.by, {
          name: 'ticket-note',
          args: { ticket_uid, message_uid: mintUid(), activity_uid: mintUid(), text: step.text },
        });
      case 'assign': {
        const uids = { ticket_uid, activity_uid: mintUid(), status_activity_uid: mintUid() };
        const reason = step.reason === undefined ? {} : { reason: step.reason };
        return this.#change(step.by, {
          name: 'ticket-assign',
          args: { ...uids, assignee_id: step.to.id, ...reason },
        });
      }
      case 'status': {
        const notes = step.notes === undefined ? {} : { resolution_notes: step.notes };
        return this.#change(step.by, {
          name: 'ticket-status',
          args: { ticket_uid, activity_uid: mintUid(), to: step.to, ...notes },
        });
      }
      case 'priority':
        return this.#change(step.by, {
          name: 'ticket-priority',
          args: { ticket_uid, activity_uid: mintUid(), priority: step.to },
        });
    }
  }

  /** Customers open their tickets themselves here, through the surface of their desk. */
  async #open(): Promise<void> {
    const { mintUid, clock } = this.#services;
    const { customer, vocabulary, word, projectName, deliveryId, ...plan } = this.#plan;
    this.#uid = mintUid();
    const result = ticketCreate.run(
      { ticket: null, assignee: null, other: null },
      {
        ticket_uid: this.#uid,
        message_uid: mintUid(),
        activity_uid: mintUid(),
        subject: plan.subject,
        description: plan.description,
        priority: plan.priority,
        category: plan.category,
        source: plan.source,
        requester: { id: customer.id, name: customer.full_name, email: customer.email },
        phone_number: customer.phoneNumber,
        merchant_id: null,
        tags: [...plan.tags],
      },
      { actor: customer, now: clock.now(), rules: consoleRules },
    );
    if (result.kind !== 'applied') throw new Error(`The demo ticket "${plan.subject}" was not opened`);
    const { ticket } = await this.#write(null, result.changes);
    this.#id = ticket.id;
    await updateTicket(this.#tx, ticket.id, {
      ...chooseCategory(null, vocabulary, word),
      project_name: projectName,
      delivery_id: deliveryId,
    });
  }

  async #receive(text: string): Promise<void> {
    const { mintUid, clock } = this.#services;
    const ticket = await this.#find();
    const message = { message_uid: mintUid(), activity_uid: mintUid(), text };
    await this.#write(ticket, customerMessageChanges(ticket, message, clock.now()));
  }

  async #rate({ rating, comment }: { rating: number; comment: string | null }): Promise<void> {
    const { id: ticket_id } = await this.#find();
    const user_id = this.#plan.customer.id;
    const created_at = this.#services.clock.now();
    await insertFeedback(this.#tx, { ticket_id, user_id, rating, comment, created_at });
  }

  async #setDue({
    response_due_at,
    resolution_due_at,
  }: Partial<Pick<TicketRow, 'response_due_at' | 'resolution_due_at'>>) {
    const response = response_due_at === null ? { response_due_at, response_due_manual: 1 } : {};
    const resolution = resolution_due_at === undefined ? {} : { resolution_due_at };
    const set = { ...response, ...resolution };
    await this.#write(await this.#find(), { set, messages: [], activities: [] });
  }

  async #change(actor: Actor, { name, args }: MutationCall): Promise<void> {
    const context = { actor, rules: consoleRules, origin: 'console' };
    const outcome = await this.#services.tickets.changeWithin(this.#tx, name, args, context);
    if (outcome.kind === 'refused')
      throw new Error(`The demo's ${name} was refused: ${outcome.refusal.code}`);
  }

  #write(before: StoredTicket | null, changes: TicketChanges) {
    const context = { now: this.#services.clock.now(), origin: this.#plan.origin };
    return this.#services.ticketWriter.write(this.#tx, before, changes, context);
  }

  async #find(): Promise<StoredTicket> {
    const ticket = await findTicketByUid(this.#tx.db, this.#uid);
    if (ticket === null) throw new Error('A demo ticket must be opened before anything else happens to it');
    return ticket;
  }
}
