import type { Source } from '#shared/model/ticket.ts';
import type { Department } from '#shared/model/department.ts';
import type { AutoAssignment } from '../assignment/auto-assignment.service.ts';
import type { Tx } from '../database/handles.ts';
import type { TicketIntake } from '../tickets/ticket-intake.service.ts';
import type { NodeFields } from '../tickets/ticket-writer.ts';
import { keepConfidence, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { ChangeContext } from '../tickets/ticket.service.ts';
import type { SaidBefore } from '../tickets/with-conversation.ts';

export interface HandoverDeps {
  intake: TicketIntake;
  autoAssignment: AutoAssignment;
}

/** A conversation that people are to go on with. */
export interface HandedOver {
  subject: string;
  description: string;
  department: Department;
  source: Source;
  phoneNumber: string | null;
  /** Whether the customer asked for it, or the bot was at its end. */
  isAskedFor: boolean;
  node?: NodeFields;
  /** What the ticket begins with in place of its description. */
  conversation?: readonly SaidBefore[];
}

export interface HandedOverTo {
  ticket: StoredTicket;
  /** Null while nobody in the department has time. */
  agentName: string | null;
}

/** Turns a conversation with the bot into a ticket, and finds an agent for it (contract, C14). */
export class Handover {
  readonly #deps: HandoverDeps;

  constructor(deps: HandoverDeps) {
    this.#deps = deps;
  }

  /** `context` is the customer's. */
  async within(tx: Tx, handed: HandedOver, context: ChangeContext): Promise<HandedOverTo> {
    const { intake, autoAssignment } = this.#deps;
    const { subject, description, department, source, phoneNumber, isAskedFor, conversation = [] } = handed;
    const outcome = await intake.openWithin(
      tx,
      {
        subject,
        description,
        priority: 'medium',
        category: department,
        source,
        phoneNumber,
        merchantId: null,
        tags: [],
        requester: { id: context.actor.id, name: null, email: null },
      },
      {
        ...context,
        conversation,
        node: {
          ...handed.node,
          handover_reason: isAskedFor
            ? 'User requested human agent assistance'
            : 'The chatbot had no answer to the question',
        },
      },
    );
    if (outcome.kind !== 'applied') {
      throw new Error(`A conversation could not be handed over: ${JSON.stringify(outcome)}`);
    }
    const { ticket } = outcome.written;
    for (const { uid, confidence } of conversation) {
      if (confidence !== null) await keepConfidence(tx, uid, confidence);
    }
    const assigned = await autoAssignment.requestWithin(tx, ticket, context.origin);
    return { ticket, agentName: assigned.kind === 'assigned' ? assigned.agent.full_name : null };
  }
}
