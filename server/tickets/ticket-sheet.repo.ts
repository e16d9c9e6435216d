import { ticketColumns } from '#shared/model/columns.ts';
import { statuses as allStatuses, type Status } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { Db } from '../database/handles.ts';
import type { TicketTable } from '../database/ticket-tables.ts';
import { selectPage } from './ticket-list.repo.ts';

/** A ticket with what only the node keeps of it and the names of its people. */
export type TicketSheet = TicketRow & { id: number } & Pick<
    TicketTable,
    'project_name' | 'category_support' | 'category_incident' | 'assigned_team' | 'estimated_resolution_time'
  > & {
    /** The name of the customer's user, when they have one. */
    requester_full_name: string | null;
    /** In the order of `assignee_ids`. */
    assignee_names: string[];
  };

/** Whose tickets: everybody's, a customer's own, or those that somebody works on, with or without what nobody has. */
export type SheetScope =
  | { kind: 'all' }
  | { kind: 'requester'; userId: number }
  | { kind: 'assignee'; userId: number; withUnassigned?: boolean | undefined };

export interface SheetPage {
  statuses?: readonly Status[] | undefined;
  limit: number;
  offset: number;
}

function selectSheets(db: Db) {
  return db
    .selectFrom('ticket')
    .leftJoin('user as requester', 'requester.id', 'ticket.requester_id')
    .select(ticketColumns.map((column) => `ticket.${column}` as const))
    .select([
      'ticket.project_name',
      'ticket.category_support',
      'ticket.category_incident',
      'ticket.assigned_team',
      'ticket.estimated_resolution_time',
      'requester.full_name as requester_full_name',
    ])
    .where('ticket.deleted_at', 'is', null);
}

type BareSheet = Omit<TicketSheet, 'assignee_names'>;

/** Names of users, those of deleted ones too: tickets keep them (contract, A14). */
async function withNames(db: Db, sheets: readonly BareSheet[]): Promise<TicketSheet[]> {
  const idsOf = (sheet: BareSheet): number[] => JSON.parse(sheet.assignee_ids) as number[];
  const ids = [...new Set(sheets.flatMap(idsOf))];
  const users =
    ids.length === 0
      ? []
      : await db.selectFrom('user').select(['id', 'full_name']).where('id', 'in', ids).execute();
  const nameById = new Map(users.map(({ id, full_name }) => [id, full_name]));
  return sheets.map((sheet) => ({
    ...sheet,
    assignee_names: idsOf(sheet).map((id) => nameById.get(id) ?? ''),
  }));
}

export async function findSheet(db: Db, id: number): Promise<TicketSheet | null> {
  const row = await selectSheets(db).where('ticket.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const [sheet] = await withNames(db, [row]);
  return sheet ?? null;
}

/** The ids of what somebody works on, and with it of what nobody has: few enough to be sorted. */
function selectOwnPage(
  db: Db,
  { userId, withUnassigned }: SheetScope & { kind: 'assignee' },
  { statuses = allStatuses, limit, offset }: SheetPage,
) {
  const own = db.selectFrom('ticket_assignee').select('ticket_id').where('user_id', '=', userId);
  const queue = db
    .selectFrom('ticket')
    .select('ticket.id as ticket_id')
    .where('ticket.assignee_id', 'is', null)
    .where('ticket.status', 'in', statuses)
    .where('ticket.deleted_at', 'is', null);
  return db
    .selectFrom('ticket')
    .select(['ticket.created_at', 'ticket.id'])
    .where('ticket.id', 'in', withUnassigned === true ? own.unionAll(queue) : own)
    .where('ticket.status', 'in', statuses)
    .where('ticket.deleted_at', 'is', null)
    .orderBy('ticket.created_at', 'desc')
    .orderBy('ticket.id', 'desc')
    .limit(limit)
    .offset(offset);
}

/** The query of a page, newest first, so that tests can look at its plan. */
export function sheetsQuery(db: Db, scope: SheetScope, page: SheetPage) {
  const requesterId = scope.kind === 'requester' ? scope.userId : undefined;
  const places =
    scope.kind === 'assignee'
      ? selectOwnPage(db, scope, page)
      : selectPage(db, { requesterId, statuses: page.statuses }, page);
  return selectSheets(db)
    .where('ticket.id', 'in', db.selectFrom(places.as('page')).select('page.id'))
    .orderBy('ticket.created_at', 'desc')
    .orderBy('ticket.id', 'desc');
}

/** Newest first. */
export async function listSheets(db: Db, scope: SheetScope, page: SheetPage): Promise<TicketSheet[]> {
  return withNames(db, await sheetsQuery(db, scope, page).execute());
}
