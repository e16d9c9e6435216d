import { isOpen } from '#shared/model/status.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import type { StoredTicket } from './ticket.repo.ts';
import type { ChangeContext, TicketService, TogetherOutcome } from './ticket.service.ts';

export interface TicketDeskDeps {
  tickets: TicketService;
  mintUid: UidFactory;
}

/** Handing tickets out and taking them, where a surface knows users by id. */
export class TicketDesk {
  readonly #deps: TicketDeskDeps;

  constructor(deps: TicketDeskDeps) {
    this.#deps = deps;
  }

  /**
   * Gives the actor a ticket that nobody has, and starts work on it; what is done already is not taken any more
   * (customer-support document, "Assign Ticket to Self").
   */
  take(id: number, context: ChangeContext): Promise<TogetherOutcome> {
    return this.#deps.tickets.changeTogether(
      id,
      (ticket) => {
        const { assignee_id: current, status } = ticket;
        if (current !== null) return { code: 'overtaken', field: 'assignee_id', base: null, current };
        if (!isOpen(status)) return { code: 'invalid_transition', from: status, to: 'in_progress' };
        const assign = this.#assign(ticket, context.actor.id);
        return status === 'in_progress' ? [assign] : [assign, this.#start(ticket)];
      },
      labelled(context, context.actor.username),
    );
  }

  /** Makes the user the primary assignee; the status stays. `username` is kept as the operator's name. */
  reassign(
    id: number,
    assignee: { id: number; username: string },
    context: ChangeContext,
  ): Promise<TogetherOutcome> {
    return this.#deps.tickets.changeTogether(
      id,
      (ticket) => [this.#assign(ticket, assignee.id)],
      labelled(context, assignee.username),
    );
  }

  #assign({ uid }: StoredTicket, assigneeId: number): MutationCall {
    const { mintUid } = this.#deps;
    const args = {
      ticket_uid: uid,
      activity_uid: mintUid(),
      status_activity_uid: mintUid(),
      assignee_id: assigneeId,
    };
    return { name: 'ticket-assign', args };
  }

  #start({ uid }: StoredTicket): MutationCall {
    const args = { ticket_uid: uid, activity_uid: this.#deps.mintUid(), to: 'in_progress' as const };
    return { name: 'ticket-status', args };
  }
}

/** Mapping, section 9: the operator's name of the admin-tickets surface follows the assignee. */
const labelled = (context: ChangeContext, username: string): ChangeContext => ({
  ...context,
  node: { ...context.node, assigned_label: username },
});
