import type { z } from 'zod';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import type { NodeCall } from '#shared/protocol/node-call.ts';
import { walkPages, type ExportPage } from '../../../exports/record-export.service.ts';
import type { App } from '../../../http/app.ts';
import { csvOf, type CsvCell } from '../../../http/csv.ts';
import { deliveryStateOf } from '../../../notifications/delivery-state.ts';
import { writtenChannel } from '../../../notifications/channel-words.ts';
import { addFile, type AdminContext, type AdminRoutes } from './admin-routes.ts';

const rowsAtOnce = 500;

type Line = Record<string, CsvCell>;

const moment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Of rows that are numbered by their ids, the newest first. */
function idPage<Row extends { id: number }>(rows: readonly Row[]): ExportPage<Row, number> {
  return { rows, next: rows.length < rowsAtOnce ? null : (rows.at(-1)?.id ?? null) };
}

/** Adds an export: who takes it is kept, and the lines are written out as they are read. */
function addTable<Query extends z.ZodType<Record<string, unknown>>, Row>(
  app: App,
  context: AdminContext,
  call: NodeCall<z.ZodString, z.ZodObject, Query>,
  records: string,
  read: (query: z.output<Query>) => AsyncIterable<readonly Row[]>,
  lineOf: (row: Row) => Line,
): void {
  addFile(app, context, call, async ({ actor, query }) => {
    await context.services.recordExport.keep(actor, records, query);
    return {
      name: `waypost-${records}.csv`,
      type: 'text/csv; charset=utf-8',
      body: csvOf(read(query), lineOf),
    };
  });
}

/** What admins look through, as CSV. */
export const exportRoutes: AdminRoutes = (app, context) => {
  addLogs(app, context);
  addDeliveries(app, context);
  addBot(app, context);
};

const addLogs: AdminRoutes = (app, context) => {
  const { audit, systemLog } = context.services;

  addTable(
    app,
    context,
    exportCalls.audit,
    'audit',
    ({ action, admin_id: adminId, target_type: targetType, target_id: targetId }) => {
      const filter = { action, adminId, targetType, targetId };
      return walkPages(async (after: number | null) =>
        idPage(await audit.page(filter, { after, limit: rowsAtOnce })),
      );
    },
    ({ id, created_at, admin_name, action, target_type, target_id, target_name, metadata }) => ({
      id,
      at: moment(created_at),
      admin: admin_name,
      action,
      target_type,
      target_id,
      target_name,
      details: metadata,
    }),
  );

  addTable(
    app,
    context,
    exportCalls.log,
    'log',
    ({ level, component }) =>
      walkPages(async (after: number | null) =>
        idPage(await systemLog.list({ level, component, after: after ?? undefined, limit: rowsAtOnce })),
      ),
    ({ id, created_at, level, component, message, metadata }) => ({
      id,
      at: moment(created_at),
      level,
      component,
      message,
      details: metadata,
    }),
  );
};

const addDeliveries: AdminRoutes = (app, context) => {
  const { deliveryLog } = context.services;
  addTable(
    app,
    context,
    exportCalls.deliveries,
    'deliveries',
    ({ state, channel }) => {
      const filter = { state, channel: channel === undefined ? undefined : writtenChannel[channel] };
      return walkPages(async (before: number | null) => {
        const { deliveries: rows, next } = await deliveryLog.list(filter, { before, limit: rowsAtOnce });
        return { rows, next };
      });
    },
    (delivery) => ({
      id: delivery.id,
      at: moment(delivery.created_at),
      ticket: delivery.ticket_code,
      event: delivery.event,
      channel: delivery.channel.toLowerCase(),
      recipient: delivery.recipient,
      recipient_name: delivery.recipient_name,
      subject: delivery.subject,
      state: deliveryStateOf(delivery),
      error: delivery.error,
      attempts: delivery.attempts,
      next_attempt_at: moment(delivery.next_attempt_at),
      sent_at: moment(delivery.sent_at),
      delivered_at: moment(delivery.delivered_at),
      read_at: moment(delivery.read_at),
    }),
  );
};

const addBot: AdminRoutes = (app, context) => {
  const { conversations, chatHistory, knowledgeAdmin } = context.services;

  addTable(
    app,
    context,
    exportCalls.conversations,
    'conversations',
    (filter) =>
      walkPages(async (after: Parameters<typeof conversations.page>[1]['after']) => {
        const { conversations: rows, next } = await conversations.page(filter, { after, limit: rowsAtOnce });
        return { rows, next };
      }),
    (conversation) => ({
      id: conversation.id,
      channel: conversation.channel,
      customer: conversation.customer_name,
      first_question: conversation.first_query,
      turns: conversation.turns,
      lowest_confidence: conversation.lowest_confidence,
      handed_over: conversation.escalated === 1,
      ticket_id: conversation.ticket_id,
      started_at: moment(conversation.created_at),
      updated_at: moment(conversation.updated_at),
    }),
  );

  addTable(
    app,
    context,
    exportCalls.bot,
    'bot',
    ({ days }) => walkPages(async () => ({ rows: (await chatHistory.report(days)).byDay, next: null })),
    (day) => ({ ...day }),
  );

  addTable(
    app,
    context,
    exportCalls.faqs,
    'faqs',
    () => walkPages(async () => ({ rows: await knowledgeAdmin.list(), next: null })),
    ({ id, question, answer, category, tags, is_active, answers, escalated, answered_at, updated_at }) => ({
      id,
      question,
      answer,
      category,
      tags: JSON.parse(tags) as string[],
      in_use: is_active === 1,
      used_90_days: answers,
      went_to_people: escalated,
      last_used_at: moment(answered_at),
      updated_at: moment(updated_at),
    }),
  );
};
