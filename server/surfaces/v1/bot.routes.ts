import type { ChatReport } from '../../bot/chat-history.service.ts';
import { success } from './answer.ts';
import { botReportAnswer, botReportQuery } from './bot.schemas.ts';
import { toV1Date } from './dates.ts';
import type { V1Routes } from './v1-routes.ts';

/**
 * Not in the document: how the bot does, for admins. `GET /api/v1/admin/bot/report?days=30` counts what it was asked by
 * day, by channel (`web`, `telegram`, `whatsapp`) and by what answered, and lists what the FAQ lacks.
 */
export const botRoutes: V1Routes = (app, { services: { chatHistory }, hooks: { adminOnly: onRequest } }) => {
  app.get(
    '/report',
    { onRequest, schema: { querystring: botReportQuery, response: { 200: botReportAnswer } } },
    async ({ query: { days } }) => success(presentReport(await chatHistory.report(days))),
  );
};

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

function presentReport(report: ChatReport) {
  const { since, queries, conversations, escalated, meanConfidence, meanResponseMs } = report;
  return {
    since: toV1Date(since),
    queries,
    conversations,
    escalated,
    escalation_rate: queries === 0 ? 0 : twoDecimals((escalated / queries) * 100),
    avg_confidence: meanConfidence === null ? null : twoDecimals(meanConfidence),
    avg_response_ms: meanResponseMs === null ? null : Math.round(meanResponseMs),
    by_day: report.byDay,
    by_channel: report.byChannel,
    by_source: report.bySource,
    top_answers: report.topAnswers,
    unanswered: report.unanswered,
  };
}
