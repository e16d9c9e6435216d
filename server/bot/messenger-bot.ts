import type { Clock } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { InboundContent, Messenger } from '../inbound/inbound-message.ts';
import { giveMediaTo, keepMedia, type MediaPlace } from '../inbound/inbound-media.repo.ts';
import type { Bell } from '../jobs/bell.ts';
import type { ChatDelivery } from '../notifications/chat-delivery.ts';
import { keepTelegramId } from '../notifications/delivery-queue.repo.ts';
import type { LiveFeed } from '../realtime/live-feed.ts';
import { findTicketNumber, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { TicketService } from '../tickets/ticket.service.ts';
import type { MessengerCustomers } from '../users/messenger-customers.ts';
import { findActor } from '../users/profile.repo.ts';
import { botTextsFor } from './bot-texts.ts';
import { insertTurn, listTurnsToHandOver, type ChatTurn } from './chat-log.repo.ts';
import { saveChatSession, type ChatSession } from './chat-session.repo.ts';
import type { Handover } from './handover.ts';
import type { MessengerMessage } from './messenger-message.ts';
import { maxHandedOver, messengerRules } from './messenger-rules.ts';
import { openSessionAt, type MessengerState } from './messenger-session.ts';
import { readIntent } from './phrases.ts';
import { findTicketOf } from './ticket-of-message.ts';
import { saidBefore, subjectOf } from './transcript.ts';
import { understandMessage, type UnderstandDeps } from './understand-message.ts';
import { answerTo, isAsked, needsAnswer, plain, type Understood, type Utterance } from './utterance.ts';

export interface MessengerBotDeps extends UnderstandDeps {
  database: Database;
  clock: Clock;
  mintUid: UidFactory;
  tickets: TicketService;
  handover: Handover;
  customers: MessengerCustomers;
  chat: ChatDelivery;
  /** Wakes what fetches files. */
  mediaBell: Bell;
  live: LiveFeed;
}

/** One message in its place. */
interface Talk {
  session: ChatSession;
  message: MessengerMessage;
  understood: Understood;
  actor: Actor;
}

/**
 * Talks to customers by messenger (admin-dashboard document, "Test Ticket Auto-Assignment"): it answers, offers people
 * when it cannot, and on a yes makes the ticket and says whose it is. Once a person has answered, it is silent on that
 * ticket and what the customer says lands there.
 */
export class MessengerBot {
  readonly #deps: MessengerBotDeps;

  constructor(deps: MessengerBotDeps) {
    this.#deps = deps;
  }

  /**
   * Everything that follows from a message is one transaction with `claim`, which says whether the message is still to
   * be worked off. @throws when it cannot be worked off now
   */
  async receive(
    message: MessengerMessage,
    claim: (tx: Tx) => Promise<boolean>,
    signal: AbortSignal,
  ): Promise<void> {
    const { database } = this.#deps;
    let isDone = false;
    // Once more when people let go of the ticket in between: the bot has to find an answer then.
    while (!isDone) {
      const understood = await understandMessage(database.db, this.#deps, message, signal);
      isDone = await database.write((tx) => this.#respond(tx, message, understood, claim));
    }
  }

  /** False when it has to be understood anew. */
  async #respond(
    tx: Tx,
    message: MessengerMessage,
    understood: Understood,
    claim: (tx: Tx) => Promise<boolean>,
  ): Promise<boolean> {
    const { clock, mintUid, customers } = this.#deps;
    const { messenger, address, content } = message;
    const now = clock.now();
    const customer = await customers.findOrCreate(tx, message, now);
    const actor = await findActor(tx.db, customer.id);
    const place = { messenger, address, userId: customer.id, language: content.language };
    const session = await openSessionAt(tx, place, mintUid, now);
    const ticket = await findTicketOf(tx.db, message, session);
    if (ticket === null && needsAnswer(session, understood)) return false;
    if (!(await claim(tx))) return true;
    // Whom an admin has deactivated nobody listens to.
    if (actor === null || !actor.is_active) return true;
    if (ticket === null) await this.#converse(tx, session, message, understood, actor);
    // A button that is pressed again says nothing new to people.
    else if (!understood.isPressed) await this.#addToTicket(tx, ticket, session, message);
    return true;
  }

  async #addToTicket(
    tx: Tx,
    ticket: StoredTicket,
    session: ChatSession,
    { messenger, content }: MessengerMessage,
  ): Promise<void> {
    const { tickets, mintUid, clock } = this.#deps;
    const message = { message_uid: mintUid(), activity_uid: mintUid(), text: content.text };
    const { messages } = await tickets.receiveFromCustomerWithin(tx, ticket, message, messenger);
    const [added] = messages;
    if (added !== undefined && content.telegramMessageId !== null) {
      await keepTelegramId(tx, added.id, content.telegramMessageId);
    }
    const now = clock.now();
    const at = { ticketId: ticket.id, messageUid: message.message_uid };
    await this.#keepMedia(tx, session, content, at);
    // Said once, and never again after a person has answered.
    const isTold = ticket.first_responded_at !== null || session.state !== 'handed_over';
    const state: MessengerState = 'told';
    await saveChatSession(tx, { ...session, ticket_id: ticket.id, state, updated_at: now });
    if (isTold) return;
    const text = botTextsFor(session.language).forwarded(await this.#nameOf(tx.db, ticket, messenger));
    await this.#say(tx, session, content.senderName, { ...plain, text, ticketId: ticket.id });
  }

  async #converse(
    tx: Tx,
    session: ChatSession,
    message: MessengerMessage,
    understood: Understood,
    actor: Actor,
  ): Promise<void> {
    const { clock, live } = this.#deps;
    const texts = botTextsFor(session.language);
    const turns = isAsked(session, understood)
      ? await listTurnsToHandOver(tx.db, session.id, maxHandedOver)
      : [];
    const isAgreed = understood.consent === 'yes' && turns.length > 0;
    const utterance = isAgreed
      ? await this.#handOver(tx, turns, { session, message, understood, actor })
      : answerTo(understood, session, texts);
    const now = clock.now();
    const { state, ticketId, isEscalated } = utterance;
    const misses = utterance.by === 'nobody' && state === 'offered' ? session.misses + 1 : 0;
    await saveChatSession(tx, { ...session, ticket_id: ticketId, state, misses, updated_at: now });
    const turn: ChatTurn = await insertTurn(tx, {
      session_id: session.id,
      user_id: actor.id,
      query: message.content.text,
      response: utterance.text,
      confidence: utterance.confidence,
      faq_id: utterance.faqId,
      escalated: isEscalated ? 1 : 0,
      ticket_id: ticketId,
      answered_by: utterance.by,
      response_time_ms: Math.round(performance.now() - understood.startedAt),
      created_at: now,
    });
    const at = ticketId === null ? { turnId: turn.id } : { ticketId, messageUid: null };
    await this.#keepMedia(tx, session, message.content, at);
    await this.#say(tx, session, actor.full_name, utterance);
    tx.afterCommit(() => live.publish({ type: 'chat_message', turn }));
  }

  async #handOver(
    tx: Tx,
    turns: readonly ChatTurn[],
    { session, message, understood, actor }: Talk,
  ): Promise<Utterance> {
    const { handover, mintUid } = this.#deps;
    const { messenger, address } = message;
    const conversation = saidBefore(turns, actor.full_name, mintUid);
    const { ticket, agentName } = await handover.within(
      tx,
      {
        subject: subjectOf(turns.slice(0, -1), turns.at(-1)?.query ?? ''),
        description: turns[0]?.query ?? '',
        department: understood.department,
        source: messenger,
        phoneNumber: messenger === 'whatsapp' ? `+${address}` : null,
        isAskedFor: turns.some(({ query }) => readIntent(query) === 'person'),
        conversation,
      },
      { actor, rules: messengerRules, origin: messenger },
    );
    // Of each turn, the customer's line comes first.
    const uidByTurn = new Map(turns.map(({ id }, index) => [id, conversation[2 * index]?.uid ?? '']));
    await giveMediaTo(tx, session.id, ticket.id, uidByTurn);
    tx.afterCommit(() => this.#deps.mediaBell.ring());
    const name = await this.#nameOf(tx.db, ticket, messenger);
    const text = botTextsFor(session.language).escalated(name, agentName);
    return { ...plain, text, state: 'handed_over', ticketId: ticket.id, isEscalated: true };
  }

  /** What came along is fetched once there is a ticket for it. */
  async #keepMedia(
    tx: Tx,
    session: ChatSession,
    { media }: InboundContent,
    at: MediaPlace['at'],
  ): Promise<void> {
    if (media === null) return;
    const { clock, mediaBell } = this.#deps;
    const channel = session.channel === 'telegram' ? 'telegram' : 'whatsapp';
    await keepMedia(tx, { channel, sessionId: session.id, at }, media, clock.now());
    tx.afterCommit(() => mediaBell.ring());
  }

  /** The ticket as the customer's own document names it. */
  async #nameOf(db: Db, ticket: StoredTicket, messenger: Messenger): Promise<string> {
    return messenger === 'telegram' ? findTicketNumber(db, ticket.id) : ticket.code;
  }

  async #say(
    tx: Tx,
    session: ChatSession,
    name: string,
    { text, buttons, ticketId }: Utterance,
  ): Promise<void> {
    const { chat, clock } = this.#deps;
    const channel = session.channel === 'telegram' ? 'TELEGRAM' : 'WHATSAPP';
    const address = session.address ?? '';
    const line = { channel, address, name, userId: session.user_id, ticketId, text, buttons } as const;
    await chat.queue(tx, line, clock.now());
  }
}
