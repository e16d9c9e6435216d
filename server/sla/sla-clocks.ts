import { firstResponseDueAt, resolutionDueAt, type StatusMove } from '#shared/model/sla/sla-clock.ts';
import { documentedSlaRules } from '#shared/model/sla/sla-rules.ts';
import type { Status } from '#shared/model/status.ts';
import type { ActivityRow, TicketRow } from '#shared/model/ticket.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { NodeColumns, StoredTicket } from '../tickets/ticket.repo.ts';
import {
  findSlaVersion,
  listSlaPolicies,
  listStatusMoves,
  readPromise,
  type SlaPolicy,
  type SlaPolicyVersion,
} from './sla-policy.repo.ts';

/** The due times that the node decides on; what is left out stays. */
type DueColumns = Partial<Pick<TicketRow, 'response_due_at' | 'resolution_due_at'>>;

type DueChanges = Pick<TicketChanges, 'activities' | 'set'>;

const toMove = ({ created_at, to_value }: Pick<ActivityRow, 'created_at' | 'to_value'>): StatusMove => ({
  at: created_at,
  to: to_value as Status,
});

/**
 * Says when tickets are due: by the first active policy that is for a new ticket, which it then keeps as it was, and
 * otherwise by the documented times, which the mutators set.
 */
export class SlaClocks {
  #policies: SlaPolicy[] | null = null;
  readonly #versionByKey = new Map<string, Promise<SlaPolicyVersion | null>>();

  /** Policies are another from now on. */
  forget(): void {
    this.#policies = null;
  }

  /**
   * What a new ticket is promised; nothing beyond the documented times when no policy is for it, or when its due time
   * was set by whoever drafted it.
   */
  async begin(
    tx: Tx,
    ticket: TicketRow,
  ): Promise<{ set: DueColumns; node: Pick<NodeColumns, 'sla_policy_id' | 'sla_policy_version'> }> {
    const policies = ticket.response_due_manual === 1 ? [] : await this.#listActive(tx);
    const policy = policies.find(({ rules: { categories } }) =>
      categories === null ? true : categories.includes(ticket.category),
    );
    if (policy === undefined) return { set: {}, node: { sla_policy_id: null, sla_policy_version: null } };
    const { rules } = policy;
    return {
      set: {
        response_due_at: firstResponseDueAt(rules, ticket),
        resolution_due_at: resolutionDueAt(rules, { ...ticket, moves: [] }),
      },
      node: { sla_policy_id: policy.id, sla_policy_version: policy.version },
    };
  }

  /** How the due times follow a change of the ticket; times that were set by hand stay. */
  async follow(
    tx: Tx,
    before: StoredTicket,
    changes: DueChanges,
    node: Partial<NodeColumns>,
  ): Promise<DueColumns> {
    const { set = {} } = changes;
    const isPriorityNew = set.priority !== undefined && set.priority !== before.priority;
    const isStatusNew = set.status !== undefined && set.status !== before.status;
    const isGivenBack = set.response_due_manual === 0 || node.resolution_due_manual === 0;
    if (!isPriorityNew && !isStatusNew && !isGivenBack) return {};
    const promise = await readPromise(tx.db, before.id);
    const policy = await this.#findVersion(tx.db, promise.sla_policy_id, promise.sla_policy_version);
    if (policy === null && !isGivenBack) return {};
    const { rules } = policy ?? { rules: documentedSlaRules };
    const after = { ...before, ...set };
    const due: DueColumns = {};
    const isResponseMoving = after.response_due_manual === 0 && after.first_responded_at === null;
    if (isResponseMoving && (isPriorityNew || set.response_due_manual === 0)) {
      due.response_due_at = firstResponseDueAt(rules, after);
    }
    if ((node.resolution_due_manual ?? promise.resolution_due_manual) === 0) {
      const known = await listStatusMoves(tx.db, before.id);
      const added = changes.activities.filter(({ kind }) => kind === 'status_updated');
      due.resolution_due_at = resolutionDueAt(rules, { ...after, moves: [...known, ...added].map(toMove) });
    }
    return due;
  }

  /** The rules that a ticket was promised, and its moves so far. */
  async read(db: Db, ticketId: number) {
    const { sla_policy_id, sla_policy_version, resolution_due_manual } = await readPromise(db, ticketId);
    return {
      policyId: sla_policy_id,
      policy: await this.#findVersion(db, sla_policy_id, sla_policy_version),
      isResolutionManual: resolution_due_manual === 1,
      moves: (await listStatusMoves(db, ticketId)).map(toMove),
    };
  }

  /** What a transaction read is kept once it is durable: until then it may be undone. */
  async #listActive(tx: Tx): Promise<SlaPolicy[]> {
    if (this.#policies !== null) return this.#policies;
    const policies = (await listSlaPolicies(tx.db)).filter(({ isActive }) => isActive);
    tx.afterCommit(() => {
      this.#policies = policies;
    });
    return policies;
  }

  /** Versions never change, so that they are read once. */
  #findVersion(db: Db, id: number | null, version: number | null): Promise<SlaPolicyVersion | null> {
    if (id === null || version === null) return Promise.resolve(null);
    const key = `${id}.${version}`;
    const found = this.#versionByKey.get(key) ?? findSlaVersion(db, id, version);
    this.#versionByKey.set(key, found);
    return found;
  }
}
