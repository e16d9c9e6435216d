import { slaRulesSchema, type SlaRules } from '#shared/model/sla/sla-rules.ts';
import type { Db, Tx } from '../database/handles.ts';

export interface SlaPolicy {
  id: number;
  name: string;
  /** The first that is for a new ticket holds. */
  position: number;
  isActive: boolean;
  version: number;
  rules: SlaRules;
  createdAt: number;
  updatedAt: number;
}

const readRules = (text: string): SlaRules => slaRulesSchema.parse(JSON.parse(text));

function selectPolicies(db: Db) {
  return db
    .selectFrom('sla_policy')
    .innerJoin('sla_policy_version as newest', (join) =>
      join.onRef('newest.policy_id', '=', 'sla_policy.id').onRef('newest.version', '=', 'sla_policy.version'),
    )
    .select([
      'sla_policy.id',
      'sla_policy.name',
      'sla_policy.position',
      'sla_policy.is_active',
      'sla_policy.version',
      'newest.rules',
      'sla_policy.created_at',
      'sla_policy.updated_at',
    ])
    .where('sla_policy.deleted_at', 'is', null);
}

type PolicyRow = Awaited<ReturnType<ReturnType<typeof selectPolicies>['execute']>>[number];

const toPolicy = ({ is_active, rules, created_at, updated_at, ...row }: PolicyRow): SlaPolicy => ({
  ...row,
  isActive: is_active === 1,
  rules: readRules(rules),
  createdAt: created_at,
  updatedAt: updated_at,
});

/** In the order in which they are asked. */
export async function listSlaPolicies(db: Db): Promise<SlaPolicy[]> {
  const rows = await selectPolicies(db).orderBy('sla_policy.position').orderBy('sla_policy.id').execute();
  return rows.map(toPolicy);
}

export async function findSlaPolicy(db: Db, id: number): Promise<SlaPolicy | null> {
  const row = await selectPolicies(db).where('sla_policy.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toPolicy(row);
}

export interface SlaPolicyVersion {
  name: string;
  /** Of the rules; the policy itself may be further. */
  version: number;
  rules: SlaRules;
}

/** The rules of one version, also of a policy that was deleted since. */
export async function findSlaVersion(db: Db, id: number, version: number): Promise<SlaPolicyVersion | null> {
  const row = await db
    .selectFrom('sla_policy_version')
    .innerJoin('sla_policy', 'sla_policy.id', 'sla_policy_version.policy_id')
    .select(['sla_policy.name', 'sla_policy_version.version', 'sla_policy_version.rules'])
    .where('policy_id', '=', id)
    .where('sla_policy_version.version', '=', version)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, rules: readRules(row.rules) };
}

export type SlaPolicyColumns = Pick<SlaPolicy, 'name' | 'position' | 'isActive' | 'version'>;

export async function insertSlaPolicy(tx: Tx, columns: SlaPolicyColumns, now: number): Promise<number> {
  const { name, position, isActive, version } = columns;
  const { id } = await tx.sql
    .insertInto('sla_policy')
    .values({ name, position, is_active: isActive ? 1 : 0, version, created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateSlaPolicy(
  tx: Tx,
  id: number,
  { name, position, isActive, version }: SlaPolicyColumns,
  now: number,
): Promise<void> {
  await tx.sql
    .updateTable('sla_policy')
    .set({ name, position, is_active: isActive ? 1 : 0, version, updated_at: now })
    .where('id', '=', id)
    .execute();
}

export async function deleteSlaPolicy(tx: Tx, id: number, now: number): Promise<void> {
  await tx.sql
    .updateTable('sla_policy')
    .set({ is_active: 0, deleted_at: now, updated_at: now })
    .where('id', '=', id)
    .execute();
}

export async function insertSlaVersion(
  tx: Tx,
  { id, version, rules }: Pick<SlaPolicy, 'id' | 'version' | 'rules'>,
  now: number,
): Promise<void> {
  await tx.sql
    .insertInto('sla_policy_version')
    .values({ policy_id: id, version, rules: JSON.stringify(rules), created_at: now })
    .execute();
}

/** The ticket's own promise, and whether somebody took its times into their hands. */
export function readPromise(db: Db, ticketId: number) {
  return db
    .selectFrom('ticket')
    .select(['sla_policy_id', 'sla_policy_version', 'resolution_due_manual'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
}

/** How the ticket moved from status to status, oldest first. */
export function listStatusMoves(db: Db, ticketId: number) {
  return db
    .selectFrom('activity')
    .select(['created_at', 'to_value'])
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'status_updated')
    .orderBy('id')
    .execute();
}
