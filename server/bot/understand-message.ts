import type { DepartmentFinder } from '../categorizer/department-finder.service.ts';
import type { Db } from '../database/handles.ts';
import type { Answerer } from './answerer.ts';
import { listTurnsToHandOver } from './chat-log.repo.ts';
import { findSessionAt } from './chat-session.repo.ts';
import type { MessengerMessage } from './messenger-message.ts';
import { maxHandedOver } from './messenger-rules.ts';
import { readConsent, readIntent } from './phrases.ts';
import { findTicketOf } from './ticket-of-message.ts';
import { needsAnswer, type Understood } from './utterance.ts';

export interface UnderstandDeps {
  answerer: Answerer;
  departments: DepartmentFinder;
}

/** What a message means, and what answers it where the bot is to answer; nothing is written, because it takes a while. */
export async function understandMessage(
  db: Db,
  { answerer, departments }: UnderstandDeps,
  message: MessengerMessage,
  signal: AbortSignal,
): Promise<Understood> {
  const startedAt = performance.now();
  const { messenger, address, content } = message;
  const { text, button } = content;
  const isPressed = button === 'yes' || button === 'no';
  const consent = isPressed ? button : readConsent(text);
  const intent = readIntent(text);
  const session = await findSessionAt(db, messenger, address);
  const turns = session === null ? [] : await listTurnsToHandOver(db, session.id, maxHandedOver);
  const asked = [...turns.map(({ query }) => query), text].join('\n');
  const department = await departments.find(asked);
  const isWithPeople = (await findTicketOf(db, message, session)) !== null;
  const read = { intent, consent, isPressed, found: null, department, startedAt };
  if (isWithPeople || !needsAnswer(session, read)) return read;
  return { ...read, found: await answerer.answer(text, turns, signal) };
}
