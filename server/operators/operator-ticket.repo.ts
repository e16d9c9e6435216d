import type { Status } from '#shared/model/status.ts';
import type { Db } from '../database/handles.ts';
import { selectPage, type PageFilter, type TicketPage } from '../tickets/ticket-list.repo.ts';

/** Tickets with what operators see of them: numbers, names as given, escalation, and the customer's messenger. */
function selectOperatorTickets(db: Db) {
  return db
    .selectFrom('ticket')
    .leftJoin('user as operator', 'operator.id', 'ticket.assignee_id')
    .leftJoin('user as requester', 'requester.id', 'ticket.requester_id')
    .select([
      'ticket.id',
      'ticket.uid',
      'ticket.number',
      'ticket.requester_id',
      'requester.telegram_chat_id',
      'requester.telegram_username',
      'ticket.subject',
      'ticket.category_admin',
      'ticket.priority',
      'ticket.status',
      'ticket.response_due_at',
      'ticket.resolution_due_at',
      'ticket.first_responded_at',
      'ticket.resolved_at',
      'ticket.closed_at',
      'ticket.assignee_id',
      'ticket.assigned_at',
      'ticket.escalated',
      'ticket.escalated_at',
      'ticket.escalation_reason',
      'ticket.source',
      'ticket.tags',
      'ticket.created_at',
      'ticket.updated_at',
    ])
    .select((eb) => [
      eb.fn
        .coalesce(
          'ticket.requester_name',
          'requester.full_name',
          'ticket.requester_email',
          'ticket.phone_number',
        )
        .as('user_name'),
      // As it was given, else whoever works on it (mapping, section 9).
      eb.fn.coalesce('ticket.assigned_label', 'operator.username').as('operator_name'),
    ])
    .where('ticket.deleted_at', 'is', null);
}

export type OperatorTicket = Awaited<ReturnType<ReturnType<typeof selectOperatorTickets>['execute']>>[number];

export async function findOperatorTicket(db: Db, id: number): Promise<OperatorTicket | null> {
  return (await selectOperatorTickets(db).where('ticket.id', '=', id).executeTakeFirst()) ?? null;
}

/** Newest first. */
export function listOperatorTickets(db: Db, filter: PageFilter, page: TicketPage): Promise<OperatorTicket[]> {
  return selectOperatorTickets(db)
    .where('ticket.id', 'in', db.selectFrom(selectPage(db, filter, page).as('page')).select('page.id'))
    .orderBy('ticket.created_at', 'desc')
    .orderBy('ticket.id', 'desc')
    .execute();
}

function selectOperatorMessages(db: Db) {
  return db
    .selectFrom('message')
    .select([
      'id',
      'ticket_id',
      'sender_type',
      'sender_id',
      'sender_name',
      'visibility',
      'text',
      'ai_suggested_response',
      'ai_confidence',
      'telegram_message_id',
      'created_at',
    ]);
}

export type OperatorMessage = Awaited<
  ReturnType<ReturnType<typeof selectOperatorMessages>['execute']>
>[number];

/** The newest messages, as many as asked for, in the order of the conversation. */
export async function listOperatorMessages(
  db: Db,
  ticketId: number,
  limit: number | null,
): Promise<OperatorMessage[]> {
  const query = selectOperatorMessages(db).where('ticket_id', '=', ticketId).orderBy('id', 'desc');
  const newestFirst = await (limit === null ? query : query.limit(limit)).execute();
  return newestFirst.toReversed();
}

export async function findOperatorMessage(db: Db, id: number): Promise<OperatorMessage | null> {
  return (await selectOperatorMessages(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function countMessages(db: Db, ticketId: number): Promise<number> {
  const { total } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow();
  return total;
}

/** What is known of the tickets of one status. */
export interface StatusFigures {
  status: Status;
  tickets: number;
  /** Without a first response by its due time. */
  breached: number;
  responded: number;
  /** Together, from creation to the first response. */
  responseMs: number;
}

/** Figures of the tickets that were created since then, by status. */
export async function summarize(db: Db, since: number, now: number): Promise<StatusFigures[]> {
  return db
    .selectFrom('ticket')
    .select((eb) => [
      'status',
      eb.fn.countAll<number>().as('tickets'),
      eb.fn.count<number>('first_responded_at').as('responded'),
      eb.fn
        .coalesce(eb.fn.sum<number>(eb('first_responded_at', '-', eb.ref('created_at'))), eb.lit(0))
        .as('responseMs'),
      eb.fn
        .coalesce(
          eb.fn.sum<number>(
            eb
              .case()
              .when(eb.fn.coalesce('first_responded_at', eb.val(now)), '>', eb.ref('response_due_at'))
              .then(1)
              .else(0)
              .end(),
          ),
          eb.lit(0),
        )
        .as('breached'),
    ])
    .where('deleted_at', 'is', null)
    .where('created_at', '>=', since)
    .groupBy('status')
    .execute();
}
