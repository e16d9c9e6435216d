import type { Clock } from '#shared/model/clock.ts';
import { isOpen } from '#shared/model/status.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { AutoAssignment } from '../assignment/auto-assignment.service.ts';
import type { CategorizerService } from '../categorizer/categorizer.service.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { FaqHit } from '../knowledge/faq-index.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { LiveFeed } from '../realtime/live-feed.ts';
import type { TicketIntake } from '../tickets/ticket-intake.service.ts';
import { findTicketById, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { ChangeContext, TicketService } from '../tickets/ticket.service.ts';
import { insertTurn, listTurnsToHandOver, type ChatTurn } from './chat-log.repo.ts';
import { findChatSession, saveChatSession, type ChatSession } from './chat-session.repo.ts';
import { botTexts, readIntent, type Intent } from './phrases.ts';
import { subjectOf, transcriptOf } from './transcript.ts';

/** From here on the bot trusts an entry of the FAQ to be the answer. */
const confidenceThreshold = 0.55;
/** Unanswered questions in a row after which people take over (contract, C32). */
const patience = 2;
const maxHandedOver = 100;

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
  knowledge: KnowledgeService;
  categorizer: CategorizerService;
  tickets: TicketService;
  intake: TicketIntake;
  autoAssignment: AutoAssignment;
  live: LiveFeed;
}

/** What the bot makes of a message. */
interface Reply {
  text: string;
  confidence: number;
  faqId: number | null;
  misses: number;
  ticketId: number | null;
  isEscalated: boolean;
}

const plain = { faqId: null, misses: 0, ticketId: null, isEscalated: false } as const;

/** Answers customers from the FAQ, and hands conversations over to people as tickets. */
export class BotService {
  readonly #deps: BotDeps;

  constructor(deps: BotDeps) {
    this.#deps = deps;
  }

  /** The answer as it was logged. `context` is the customer's, under the rules of the surface that asks. */
  async answer(saying: Saying, context: ChangeContext): Promise<ChatTurn> {
    const { database, clock, knowledge, live } = this.#deps;
    const startedAt = performance.now();
    // Both before the transaction: they take their time, and need no more than the text.
    const intent = readIntent(saying.text);
    const hit = intent === 'question' ? await knowledge.findAnswer(saying.text) : null;
    await this.#deps.categorizer.learnOnce();
    return database.write(async (tx) => {
      const session = await this.#openSession(tx, saying, context.actor.id);
      const reply = await this.#reply(tx, session, { text: saying.text, intent, hit }, context);
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
        response_time_ms: Math.round(performance.now() - startedAt),
        created_at: now,
      });
      tx.afterCommit(() => live.publish({ type: 'chat_message', turn }));
      return turn;
    });
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
    { text, intent, hit }: { text: string; intent: Intent; hit: FaqHit | null },
    context: ChangeContext,
  ): Promise<Reply> {
    const ticket = session.ticket_id === null ? null : await findTicketById(tx.db, session.ticket_id);
    if (ticket !== null && isOpen(ticket.status)) return this.#forward(tx, ticket, text, context);
    if (intent === 'greeting') return { ...plain, text: botTexts.greeting, confidence: 1 };
    if (intent === 'thanks') return { ...plain, text: botTexts.thanks, confidence: 1 };
    const confidence = hit?.confidence ?? 0;
    if (hit !== null && confidence >= confidenceThreshold) {
      return { ...plain, text: hit.faq.answer, confidence, faqId: hit.faq.id };
    }
    const misses = session.misses + 1;
    if (intent !== 'person' && misses < patience) {
      return { ...plain, text: botTexts.miss, confidence, misses };
    }
    const { ticketId, agentName } = await this.#escalate(tx, session, text, intent, context);
    return {
      text: botTexts.escalated(ticketId, agentName),
      confidence: intent === 'person' ? 1 : confidence,
      faqId: null,
      misses: 0,
      ticketId,
      isEscalated: true,
    };
  }

  /** The conversation is with people now: what is said goes on the ticket. */
  async #forward(tx: Tx, ticket: StoredTicket, text: string, context: ChangeContext): Promise<Reply> {
    const { tickets, mintUid } = this.#deps;
    const message = { message_uid: mintUid(), activity_uid: mintUid(), text };
    await tickets.receiveFromCustomerWithin(tx, ticket, message, context.origin);
    return { ...plain, text: botTexts.forwarded(ticket.id), confidence: 1, ticketId: ticket.id };
  }

  async #escalate(
    tx: Tx,
    session: ChatSession,
    text: string,
    intent: Intent,
    context: ChangeContext,
  ): Promise<{ ticketId: number; agentName: string | null }> {
    const { categorizer, intake, autoAssignment } = this.#deps;
    const turns = await listTurnsToHandOver(tx.db, session.id, maxHandedOver);
    const subject = subjectOf(turns, text);
    const questions = [...turns.map(({ query }) => query), text].join('\n');
    const outcome = await intake.openWithin(
      tx,
      {
        subject,
        description: transcriptOf(turns, text),
        priority: 'medium',
        category: 'general',
        source: 'chatbot',
        phoneNumber: null,
        merchantId: null,
        tags: [],
        requester: { id: context.actor.id, name: null, email: null },
      },
      {
        ...context,
        node: {
          ...(await categorizer.categorize(subject, questions)),
          handover_reason:
            intent === 'person'
              ? 'User requested human agent assistance'
              : 'The chatbot had no answer to the question',
        },
      },
    );
    if (outcome.kind !== 'applied') {
      throw new Error(`A conversation could not be handed over: ${JSON.stringify(outcome)}`);
    }
    const { ticket } = outcome.written;
    // Handed over by the bot, so that an agent is found for it (contract, C14).
    const assigned = await autoAssignment.requestWithin(tx, ticket, context.origin);
    return { ticketId: ticket.id, agentName: assigned.kind === 'assigned' ? assigned.agent.full_name : null };
  }
}
