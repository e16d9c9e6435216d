import type { Clock } from '#shared/model/clock.ts';
import { isOpen } from '#shared/model/status.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { CategorizerService } from '../categorizer/categorizer.service.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { LiveFeed } from '../realtime/live-feed.ts';
import { findTicketById, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { ChangeContext, TicketService } from '../tickets/ticket.service.ts';
import type { AnsweredBy, Answerer, BotAnswer } from './answerer.ts';
import { botTextsFor } from './bot-texts.ts';
import { insertTurn, listTurnsToHandOver, type ChatTurn } from './chat-log.repo.ts';
import { findChatSession, saveChatSession, type ChatSession } from './chat-session.repo.ts';
import type { Handover } from './handover.ts';
import { readIntent, type Intent } from './phrases.ts';
import { subjectOf, transcriptOf } from './transcript.ts';

/** Unanswered questions in a row after which people take over (contract, C32). */
const patience = 2;
const maxHandedOver = 100;
const texts = botTextsFor('en');
/** Whoever waits for the answer waits for the request. */
const neverStops = new AbortController().signal;

export interface Saying {
  text: string;
  /** Left out to begin a conversation. */
  sessionId?: string | undefined;
  channel: string;
}

export interface BotDeps {
  database: Database;
  clock: Clock;
  mintUid: UidFactory;
  answerer: Answerer;
  categorizer: CategorizerService;
  tickets: TicketService;
  handover: Handover;
  live: LiveFeed;
}

/** What the bot makes of a message. */
interface Reply {
  text: string;
  confidence: number;
  faqId: number | null;
  by: AnsweredBy;
  misses: number;
  ticketId: number | null;
  isEscalated: boolean;
}

const plain = { faqId: null, by: 'nobody', misses: 0, ticketId: null, isEscalated: false } as const;

/** Answers customers from the FAQ, and hands conversations over to people as tickets. */
export class BotService {
  readonly #deps: BotDeps;

  constructor(deps: BotDeps) {
    this.#deps = deps;
  }

  /** The answer as it was logged. `context` is the customer's, under the rules of the surface that asks. */
  async answer(saying: Saying, context: ChangeContext): Promise<ChatTurn> {
    const { database, clock, live } = this.#deps;
    const startedAt = performance.now();
    // Both before the transaction: they take their time.
    const intent = readIntent(saying.text);
    const found = intent === 'question' ? await this.#findAnswer(saying, context.actor.id) : null;
    await this.#deps.categorizer.learnOnce();
    return database.write(async (tx) => {
      const session = await this.#openSession(tx, saying, context.actor.id);
      const reply = await this.#reply(tx, session, { text: saying.text, intent, found }, context);
      const now = clock.now();
      await saveChatSession(tx, {
        ...session,
        misses: reply.misses,
        ticket_id: reply.ticketId,
        state: reply.ticketId === null ? 'bot' : 'handed_over',
        updated_at: now,
      });
      const turn = await insertTurn(tx, {
        session_id: session.id,
        user_id: context.actor.id,
        query: saying.text,
        response: reply.text,
        confidence: reply.confidence,
        faq_id: reply.faqId,
        escalated: reply.isEscalated ? 1 : 0,
        ticket_id: reply.ticketId,
        answered_by: reply.by,
        response_time_ms: Math.round(performance.now() - startedAt),
        created_at: now,
      });
      tx.afterCommit(() => live.publish({ type: 'chat_message', turn }));
      return turn;
    });
  }

  /** Null where people answer: what is said to them is nobody else's business. */
  async #findAnswer({ text, sessionId }: Saying, userId: number): Promise<BotAnswer | null> {
    const { database, answerer } = this.#deps;
    const session = sessionId === undefined ? null : await findChatSession(database.db, sessionId);
    if (session === null || session.user_id !== userId) return answerer.answer(text, [], neverStops);
    const ticket = session.ticket_id === null ? null : await findTicketById(database.db, session.ticket_id);
    if (ticket !== null && isOpen(ticket.status)) return null;
    const turns = await listTurnsToHandOver(database.db, session.id, maxHandedOver);
    return answerer.answer(text, turns, neverStops);
  }

  /** The user's own session of that name. Somebody else's name begins a new one, so that none can be listened to. */
  async #openSession(tx: Tx, { sessionId, channel }: Saying, userId: number): Promise<ChatSession> {
    const { clock, mintUid } = this.#deps;
    const now = clock.now();
    const known = sessionId === undefined ? null : await findChatSession(tx.db, sessionId);
    if (known !== null && known.user_id === userId) return known;
    const id = known === null ? (sessionId ?? mintUid()) : mintUid();
    const session: ChatSession = {
      id,
      user_id: userId,
      channel,
      address: null,
      ticket_id: null,
      state: 'bot',
      misses: 0,
      language: null,
      created_at: now,
      updated_at: now,
    };
    await saveChatSession(tx, session);
    return session;
  }

  async #reply(
    tx: Tx,
    session: ChatSession,
    { text, intent, found }: { text: string; intent: Intent; found: BotAnswer | null },
    context: ChangeContext,
  ): Promise<Reply> {
    const ticket = session.ticket_id === null ? null : await findTicketById(tx.db, session.ticket_id);
    if (ticket !== null && isOpen(ticket.status)) return this.#forward(tx, ticket, text, context);
    if (intent === 'greeting') return { ...plain, text: texts.greeting, confidence: 1 };
    if (intent === 'thanks') return { ...plain, text: texts.thanks, confidence: 1 };
    const { confidence = 0, faqId = null, by = 'nobody' } = found ?? {};
    const said = found?.text ?? null;
    if (said !== null && found?.needsPerson === false) return { ...plain, text: said, confidence, faqId, by };
    const misses = session.misses + 1;
    if (intent !== 'person' && misses < patience) {
      return { ...plain, text: said ?? texts.miss, confidence, by, misses };
    }
    const { ticketId, agentName } = await this.#escalate(tx, session, text, intent, context);
    return {
      ...plain,
      text: texts.escalated(String(ticketId), agentName),
      confidence: intent === 'person' ? 1 : confidence,
      ticketId,
      isEscalated: true,
    };
  }

  /** The conversation is with people now: what is said goes on the ticket. */
  async #forward(tx: Tx, ticket: StoredTicket, text: string, context: ChangeContext): Promise<Reply> {
    const { tickets, mintUid } = this.#deps;
    const message = { message_uid: mintUid(), activity_uid: mintUid(), text };
    await tickets.receiveFromCustomerWithin(tx, ticket, message, context.origin);
    return { ...plain, text: texts.forwarded(String(ticket.id)), confidence: 1, ticketId: ticket.id };
  }

  async #escalate(
    tx: Tx,
    session: ChatSession,
    text: string,
    intent: Intent,
    context: ChangeContext,
  ): Promise<{ ticketId: number; agentName: string | null }> {
    const { categorizer, handover } = this.#deps;
    const turns = await listTurnsToHandOver(tx.db, session.id, maxHandedOver);
    const subject = subjectOf(turns, text);
    const questions = [...turns.map(({ query }) => query), text].join('\n');
    const { ticket, agentName } = await handover.within(
      tx,
      {
        subject,
        description: transcriptOf(turns, text),
        department: 'general',
        source: 'chatbot',
        phoneNumber: null,
        isAskedFor: intent === 'person',
        node: await categorizer.categorize(subject, questions),
      },
      context,
    );
    return { ticketId: ticket.id, agentName };
  }
}
