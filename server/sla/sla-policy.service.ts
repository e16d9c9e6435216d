import type { Clock } from '#shared/model/clock.ts';
import { explainResolution, explainResponse, type ClockReport } from '#shared/model/sla/sla-clock.ts';
import type { Priority } from '#shared/model/priority.ts';
import type { SlaRules } from '#shared/model/sla/sla-rules.ts';
import { isAdmin, type Actor } from '#shared/model/user.ts';
import { recordAction, type AuditAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { SlaClocks } from './sla-clocks.ts';
import {
  deleteSlaPolicy,
  findSlaPolicy,
  insertSlaPolicy,
  insertSlaVersion,
  listSlaPolicies,
  updateSlaPolicy,
  type SlaPolicy,
} from './sla-policy.repo.ts';

export type SlaPolicyInput = Pick<SlaPolicy, 'name' | 'position' | 'isActive' | 'rules'>;

export type SlaPolicyOutcome =
  | { kind: 'done'; policy: SlaPolicy }
  | { kind: 'forbidden' }
  | { kind: 'not_found' };

export interface SlaPreview {
  response: ClockReport;
  /** Null where no solution is promised. */
  resolution: ClockReport | null;
}

export interface SlaPolicyDeps {
  database: Database;
  clock: Clock;
  clocks: SlaClocks;
}

/** The desk's promises of time, which admins write. Every change of rules is another version; tickets keep theirs. */
export class SlaPolicyService {
  readonly #deps: SlaPolicyDeps;

  constructor(deps: SlaPolicyDeps) {
    this.#deps = deps;
  }

  /** In the order in which they are asked, those that are switched off too. For admins, which the caller has checked. */
  list(): Promise<SlaPolicy[]> {
    return listSlaPolicies(this.#deps.database.db);
  }

  find(id: number): Promise<SlaPolicy | null> {
    return findSlaPolicy(this.#deps.database.db, id);
  }

  /** When a ticket of this priority, created at `createdAt` (ms UTC), would be due. Nothing is stored. */
  preview(rules: SlaRules, ticket: { createdAt: number; priority: Priority }): SlaPreview {
    const { createdAt: created_at, priority } = ticket;
    const clocked = { created_at, priority, moves: [] };
    const when = { now: created_at, doneAt: null };
    return {
      response: explainResponse(rules, clocked, when),
      resolution: explainResolution(rules, clocked, when),
    };
  }

  create(input: SlaPolicyInput, actor: Actor): Promise<SlaPolicyOutcome> {
    return this.#write(actor, 'sla_policy_created', async (tx, now) => {
      const id = await insertSlaPolicy(tx, { ...input, version: 1 }, now);
      await insertSlaVersion(tx, { id, version: 1, rules: input.rules }, now);
      return findSlaPolicy(tx.db, id);
    });
  }

  /** Changes what is given. */
  update(
    id: number,
    input: { [Field in keyof SlaPolicyInput]?: SlaPolicyInput[Field] | undefined },
    actor: Actor,
  ): Promise<SlaPolicyOutcome> {
    return this.#write(actor, 'sla_policy_updated', async (tx, now) => {
      const before = await findSlaPolicy(tx.db, id);
      if (before === null) return null;
      const { name = before.name, position = before.position, isActive = before.isActive } = input;
      const { rules = before.rules } = input;
      const isSame = JSON.stringify(rules) === JSON.stringify(before.rules);
      const version = isSame ? before.version : before.version + 1;
      if (!isSame) await insertSlaVersion(tx, { id, version, rules }, now);
      await updateSlaPolicy(tx, id, { name, position, isActive, version }, now);
      return findSlaPolicy(tx.db, id);
    });
  }

  /** It is for no new ticket any more; those that were promised something by it keep that. */
  remove(id: number, actor: Actor): Promise<SlaPolicyOutcome> {
    return this.#write(actor, 'sla_policy_deleted', async (tx, now) => {
      const before = await findSlaPolicy(tx.db, id);
      if (before !== null) await deleteSlaPolicy(tx, id, now);
      return before;
    });
  }

  #write(
    actor: Actor,
    action: AuditAction,
    work: (tx: Tx, now: number) => Promise<SlaPolicy | null>,
  ): Promise<SlaPolicyOutcome> {
    if (!isAdmin(actor)) return Promise.resolve({ kind: 'forbidden' });
    const { database, clock, clocks } = this.#deps;
    return database.write(async (tx) => {
      const now = clock.now();
      const policy = await work(tx, now);
      if (policy === null) return { kind: 'not_found' };
      const { id, name, version, isActive } = policy;
      const target = { type: 'sla_policy', id } as const;
      await recordAction(
        tx,
        { adminId: actor.id, action, target, metadata: { name, version, isActive } },
        now,
      );
      tx.afterCommit(() => clocks.forget());
      return { kind: 'done', policy };
    });
  }
}
