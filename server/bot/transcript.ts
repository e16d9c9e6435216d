import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { SaidBefore } from '../tickets/with-conversation.ts';
import type { ChatTurn } from './chat-log.repo.ts';
import { readIntent } from './phrases.ts';

const maxSubjectLength = 200;

type Said = Pick<ChatTurn, 'query' | 'response'>;

/** What the ticket is about: the last real question, or what was said at all. */
export function subjectOf(turns: readonly Said[], text: string): string {
  const questions = [...turns.map(({ query }) => query), text].filter(
    (query) => readIntent(query) === 'question',
  );
  const subject = (questions.at(-1) ?? text).replaceAll(/\s+/g, ' ').trim();
  return subject.length <= maxSubjectLength ? subject : `${subject.slice(0, maxSubjectLength - 1)}…`;
}

/** The conversation as the ticket's description, oldest first. Of a very long one, the beginning is left out. */
export function transcriptOf(turns: readonly Said[], text: string): string {
  const lines = turns.flatMap(({ query, response }) => [`Customer: ${query}`, `Bot: ${response}`]);
  const whole = [...lines, `Customer: ${text}`].join('\n');
  return whole.length <= maxTextLength ? whole : `…${whole.slice(1 - maxTextLength)}`;
}

/** The conversation as messages of a ticket, oldest first. */
export function saidBefore(
  turns: readonly Pick<ChatTurn, 'query' | 'response' | 'confidence' | 'created_at'>[],
  customerName: string,
  mintUid: UidFactory,
): SaidBefore[] {
  return turns.flatMap(({ query, response, confidence, created_at: at }): SaidBefore[] => [
    { uid: mintUid(), sender: 'user', senderName: customerName, text: query, confidence: null, at },
    { uid: mintUid(), sender: 'ai', senderName: 'Bot', text: response, confidence, at },
  ]);
}
