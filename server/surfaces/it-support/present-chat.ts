import type { ChatAnalytics } from '../../bot/chat-history.service.ts';
import type { ChatTurn } from '../../bot/chat-log.repo.ts';
import type { Faq } from '../../knowledge/faq.repo.ts';
import { toUtcDate } from '../../http/utc-date.ts';

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

export const presentAnswer = (turn: ChatTurn) => ({
  response: turn.response,
  session_id: turn.session_id,
  confidence_score: twoDecimals(turn.confidence),
  was_escalated: turn.escalated === 1,
  ticket_id: turn.ticket_id,
});

export const presentTurn = (turn: ChatTurn) => ({
  id: turn.id,
  user_id: turn.user_id,
  session_id: turn.session_id,
  user_query: turn.query,
  bot_response: turn.response,
  confidence_score: twoDecimals(turn.confidence),
  was_escalated: turn.escalated === 1,
  ticket_id: turn.ticket_id,
  response_time_ms: turn.response_time_ms,
  created_at: toUtcDate(turn.created_at),
});

export const presentFaq = ({ id, question, answer, category, tags, is_active, created_at }: Faq) => ({
  id,
  question,
  answer,
  category,
  tags: JSON.parse(tags) as string[],
  is_active: is_active === 1,
  created_at: toUtcDate(created_at),
});

/** "escalation_rate" is a percentage with two decimals: 25 of 150 are 16.67. */
export const presentAnalytics = ({ total, escalated, meanConfidence, common }: ChatAnalytics) => ({
  total_queries: total,
  escalated_queries: escalated,
  escalation_rate: total === 0 ? 0 : twoDecimals((escalated / total) * 100),
  avg_confidence_score: twoDecimals(meanConfidence ?? 0),
  common_queries: common,
});
