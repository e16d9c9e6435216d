import type { Tx } from '../database/handles.ts';
import { insertTurn } from '../bot/chat-log.repo.ts';
import { saveChatSession } from '../bot/chat-session.repo.ts';
import { listFaqs, type Faq } from '../knowledge/faq.repo.ts';
import type { Dice } from './dice.ts';
import type { TicketPlan } from './plan.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const chatCount = 90;

/** What the FAQ has nothing for, the commonest first. */
const unanswerable = [
  'Can I pay with my transport card?',
  'Do you deliver to islands?',
  'Is there a discount for students?',
  'Can I pay with my transport card?',
  'How do I change the language of the app?',
  'Do you deliver to islands?',
  'Can I pay with my transport card?',
] as const;
const excuse = 'I have no answer to that. Could you say it in other words?';
const farewell = 'I hand this over to my colleagues; they answer you here.';

export interface ChatCast {
  customers: readonly TicketPlan['customer'][];
  /** The tickets that conversations may have become. */
  tickets: readonly { id: number; customerId: number }[];
  mintUid: () => string;
}

interface DemoTurn {
  query: string;
  response: string;
  confidence: number;
  faq: Faq | null;
  isEscalated: boolean;
}

function drawTurns(dice: Dice, faqs: readonly Faq[], mayEscalate: boolean): DemoTurn[] {
  if (faqs.length > 0 && dice.chance(0.68)) {
    return Array.from({ length: dice.whole(1, 2) }, () => {
      const faq = dice.pick(faqs);
      const confidence = dice.between(0.58, 0.98);
      return { query: faq.question, response: faq.answer, confidence, faq, isEscalated: false };
    });
  }
  const missed = { faq: null, isEscalated: false, confidence: dice.between(0.05, 0.4) };
  const first: DemoTurn = { ...missed, query: dice.pick(unanswerable), response: excuse };
  if (!mayEscalate) return [first];
  const query = 'I would like to talk to somebody, please.';
  return [first, { query, response: farewell, confidence: 1, faq: null, isEscalated: true }];
}

/** Makes up what customers asked the bot in the last month. */
export async function seedChats(tx: Tx, cast: ChatCast, now: number, dice: Dice): Promise<void> {
  const faqs = await listFaqs(tx.db, {});
  const begun = Array.from({ length: chatCount }, () => now - Math.floor(dice.between(minuteMs, 29 * dayMs)));
  for (const created_at of begun.toSorted((a, b) => a - b)) {
    const customer = dice.pick(cast.customers);
    const ticket = cast.tickets.find(({ customerId }) => customerId === customer.id) ?? null;
    const turns = drawTurns(dice, faqs, ticket !== null);
    const isEscalated = turns.some((turn) => turn.isEscalated);
    const ticket_id = isEscalated ? (ticket?.id ?? null) : null;
    const id = cast.mintUid();
    const updated_at = Math.min(now, created_at + turns.length * minuteMs);
    await saveChatSession(tx, {
      id,
      user_id: customer.id,
      channel: dice.pick(['web', 'web', 'telegram', 'whatsapp']),
      address: null,
      ticket_id,
      state: isEscalated ? 'handed_over' : 'bot',
      misses: 0,
      created_at,
      updated_at,
    });
    for (const [index, turn] of turns.entries()) {
      await insertTurn(tx, {
        session_id: id,
        user_id: customer.id,
        query: turn.query,
        response: turn.response,
        confidence: turn.confidence,
        faq_id: turn.faq?.id ?? null,
        escalated: turn.isEscalated ? 1 : 0,
        ticket_id: turn.isEscalated ? ticket_id : null,
        response_time_ms: dice.whole(4, 40),
        answered_by: turn.faq === null ? 'nobody' : 'faq',
        created_at: Math.min(now, created_at + index * minuteMs),
      });
    }
  }
}
