import type { Department } from '#shared/model/department.ts';
import type { LetterButton } from '../channels/channel.ts';
import type { AnsweredBy, BotAnswer } from './answerer.ts';
import type { BotTexts } from './bot-texts.ts';
import type { ChatSession } from './chat-session.repo.ts';
import type { MessengerState } from './messenger-session.ts';
import type { Intent } from './phrases.ts';

/** What the bot knows of a message before it opens a transaction: these things take their time. */
export interface Understood {
  intent: Intent;
  consent: 'yes' | 'no' | null;
  /** Whether a button says so, and not just the words. */
  isPressed: boolean;
  found: BotAnswer | null;
  department: Department;
  startedAt: number;
}

/** What the bot says. */
export interface Utterance {
  text: string;
  confidence: number;
  by: AnsweredBy;
  faqId: number | null;
  state: MessengerState;
  buttons: readonly LetterButton[];
  ticketId: number | null;
  isEscalated: boolean;
}

export const plain = {
  confidence: 1,
  by: 'nobody',
  faqId: null,
  state: 'bot',
  buttons: [],
  ticketId: null,
  isEscalated: false,
} as const satisfies Omit<Utterance, 'text'>;

/** Whether a yes or a no is an answer to what the bot asked: a button is, whenever it is pressed. */
export function isAsked(
  session: ChatSession | null,
  { consent, isPressed }: Pick<Understood, 'consent' | 'isPressed'>,
): boolean {
  return isPressed || (consent !== null && session?.state === 'offered');
}

/** Whether the bot would have to find an answer that it has not looked for. */
export function needsAnswer(session: ChatSession | null, understood: Understood): boolean {
  return understood.found === null && understood.intent === 'question' && !isAsked(session, understood);
}

/** What the bot says as long as it talks by itself. */
export function answerTo(understood: Understood, session: ChatSession, texts: BotTexts): Utterance {
  const { intent, found } = understood;
  const offer = {
    state: 'offered',
    buttons: [
      { label: texts.yes, value: 'yes' },
      { label: texts.no, value: 'no' },
    ],
  } as const;
  // A yes comes here when there is nothing to pass on.
  if (isAsked(session, understood)) return { ...plain, text: texts.declined };
  if (intent === 'greeting') return { ...plain, text: texts.greeting };
  if (intent === 'thanks') return { ...plain, text: texts.thanks };
  if (intent === 'person') return { ...plain, ...offer, text: texts.offerAfterAnswer };
  const { text = null, confidence = 0, faqId = null, by = 'nobody' } = found ?? {};
  if (text !== null && found?.needsPerson === false) return { ...plain, text, confidence, faqId, by };
  const said = text === null ? texts.offer : `${text}\n\n${texts.offerAfterAnswer}`;
  return { ...plain, ...offer, text: said, confidence, by };
}
