import type { Clock } from '#shared/model/clock.ts';
import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import type { TicketAction } from '#shared/model/rule-set.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { ProfileRow } from '#shared/model/user.ts';
import type { MutationResult, MutatorContext } from '#shared/mutators/mutator.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handles.ts';
import { findActor, findProfile } from '../users/profile.repo.ts';
import { assignSeveral } from './assign-several.ts';
import type { NodeFields, TicketWriter } from './ticket-writer.ts';
import { findTicketById, type StoredTicket } from './ticket.repo.ts';
import type { ChangeContext, ChangeOutcome } from './ticket.service.ts';
import { addComment, takeStep, workSteps, type WorkStep } from './work-step.ts';

export interface TicketWorkDeps {
  database: Database;
  writer: TicketWriter;
  clock: Clock;
  mintUid: UidFactory;
}

/** Times that an admin sets by hand; what is left out stays, null is computed again. Ms UTC. */
export interface DueTimes {
  responseDueAt?: number | null | undefined;
  resolutionDueAt?: number | null | undefined;
  estimatedResolutionTime?: number | undefined;
}

type Decided = MutationResult & { node?: NodeFields };

const refused = (refusal: Refusal): Decided => ({ kind: 'refused', refusal });

/** What people do with a ticket beyond the console's mutators: steps of the work, comments, due times, teams. */
export class TicketWorkService {
  readonly #deps: TicketWorkDeps;

  constructor(deps: TicketWorkDeps) {
    this.#deps = deps;
  }

  step(id: number, step: WorkStep, comment: string | null, context: ChangeContext): Promise<ChangeOutcome> {
    return this.#change(id, workSteps[step].action, context, (_tx, ticket, mutatorContext) =>
      takeStep(ticket, step, comment, this.#names(), mutatorContext),
    );
  }

  comment(id: number, text: string, context: ChangeContext): Promise<ChangeOutcome> {
    return this.#change(id, 'reply', context, (_tx, ticket, mutatorContext) =>
      addComment(ticket, text, this.#names(), mutatorContext),
    );
  }

  setDueTimes(id: number, times: DueTimes, context: ChangeContext): Promise<ChangeOutcome> {
    return this.#change(id, 'sla', context, () => ({
      kind: 'applied',
      changes: { set: dueColumns(times), messages: [], activities: [] },
      node: nodeColumns(times),
    }));
  }

  /** Puts these users on the ticket, the first as primary, and sets the due times given with them. */
  assign(
    id: number,
    assigneeIds: readonly number[],
    times: DueTimes,
    context: ChangeContext,
  ): Promise<ChangeOutcome> {
    return this.#change(id, 'assign', context, async (tx, ticket, mutatorContext) => {
      const assignees: ProfileRow[] = [];
      for (const assigneeId of new Set(assigneeIds)) {
        const profile = await findAssignee(tx.db, assigneeId, mutatorContext);
        if (profile === null) return refused({ code: 'assignee_not_found', assignee_id: assigneeId });
        assignees.push(profile);
      }
      const [primary, ...others] = assignees;
      if (primary === undefined) return refused({ code: 'invalid_args', detail: 'Nobody to assign' });
      const isSame = JSON.stringify(assignees.map((each) => each.id)) === ticket.assignee_ids;
      if (isSame && Object.values(times).every((time) => time === undefined)) return { kind: 'unchanged' };
      const changes = isSame
        ? { messages: [], activities: [] }
        : assignSeveral(ticket, [primary, ...others], this.#deps.mintUid(), mutatorContext);
      return {
        kind: 'applied',
        changes: { ...changes, set: { ...changes.set, ...dueColumns(times) } },
        node: { ...nodeColumns(times), assigned_label: primary.username },
      };
    });
  }

  #names() {
    const { mintUid } = this.#deps;
    return { activity_uid: mintUid(), message_uid: mintUid() };
  }

  #change(
    id: number,
    action: TicketAction,
    { actor, rules, origin }: ChangeContext,
    decide: (tx: Tx, ticket: StoredTicket, context: MutatorContext) => Decided | Promise<Decided>,
  ): Promise<ChangeOutcome> {
    const { database, writer, clock } = this.#deps;
    return database.write(async (tx) => {
      const ticket = await findTicketById(tx.db, id);
      if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
      if (!isPermitted(actor, action, scopeOf(ticket), rules)) {
        return { kind: 'refused', refusal: { code: 'forbidden' } };
      }
      const now = clock.now();
      const decided = await decide(tx, ticket, { actor, now, rules });
      if (decided.kind !== 'applied') return decided;
      const written = await writer.write(tx, ticket, decided.changes, { now, origin, node: decided.node });
      return { kind: 'applied', written };
    });
  }
}

/** Somebody whom the rules let work on tickets, and who can now. */
async function findAssignee(db: Db, id: number, { rules }: MutatorContext): Promise<ProfileRow | null> {
  const [profile, actor] = [await findProfile(db, id), await findActor(db, id)];
  const isReady = actor !== null && actor.is_active && actor.is_approved;
  return isReady && profile !== null && rules.assigneeRoles.includes(profile.role) ? profile : null;
}

function dueColumns({ responseDueAt, resolutionDueAt }: DueTimes) {
  return {
    ...(responseDueAt === undefined
      ? {}
      : { response_due_at: responseDueAt, response_due_manual: responseDueAt === null ? 0 : 1 }),
    ...(resolutionDueAt === undefined ? {} : { resolution_due_at: resolutionDueAt }),
  };
}

function nodeColumns({ estimatedResolutionTime, resolutionDueAt }: DueTimes): NodeFields {
  return {
    ...(estimatedResolutionTime === undefined ? {} : { estimated_resolution_time: estimatedResolutionTime }),
    ...(resolutionDueAt === undefined ? {} : { resolution_due_manual: resolutionDueAt === null ? 0 : 1 }),
  };
}
