import type { Clock } from '#shared/model/clock.ts';
import type { Database } from '../database/database.ts';
import { confidenceThreshold } from './answerer.ts';
import {
  listCommonQueries,
  listTurns,
  readChatFigures,
  type ChatFigures,
  type ChatLogFilter,
  type ChatTurn,
} from './chat-log.repo.ts';
import {
  countByChannel,
  countByDay,
  countBySource,
  listTopAnswers,
  listUnanswered,
  readReportFigures,
  type ReportFigures,
} from './chat-report.repo.ts';

export interface ChatAnalytics extends ChatFigures {
  common: { query: string; count: number }[];
}

/** What the bot was asked and how it did, from a moment on. */
export interface ChatReport extends ReportFigures {
  /** Ms UTC. */
  since: number;
  byDay: { day: string; queries: number; escalated: number }[];
  byChannel: { channel: string; queries: number; conversations: number; escalated: number }[];
  bySource: { answered_by: string; queries: number }[];
  /** The entries of the FAQ that answered most often. */
  topAnswers: { faq_id: number; question: string; times: number }[];
  /** Questions without an answer, the commonest first: what the FAQ lacks. */
  unanswered: { query: string; times: number }[];
}

const maxCommonQueries = 10;
const maxListed = 20;
const dayMs = 86_400_000;

/** What the bot was asked so far: for staff, which the caller has checked. */
export class ChatHistoryService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Newest first. */
  turns(filter: ChatLogFilter): Promise<ChatTurn[]> {
    return listTurns(this.#database.db, filter);
  }

  async analytics(): Promise<ChatAnalytics> {
    return this.#database.readAtOnce(async (db) => ({
      ...(await readChatFigures(db)),
      common: await listCommonQueries(db, maxCommonQueries),
    }));
  }

  /** How the bot did in the last days, by channel and by what answered. */
  report(days: number): Promise<ChatReport> {
    const now = this.#clock.now();
    const since = now - days * dayMs;
    return this.#database.readAtOnce(async (db) => ({
      since,
      ...(await readReportFigures(db, since)),
      byDay: await countByDay(db, since),
      byChannel: await countByChannel(db, since),
      bySource: await countBySource(db, since),
      topAnswers: await listTopAnswers(db, since, maxListed),
      unanswered: await listUnanswered(db, since, { below: confidenceThreshold, limit: maxListed }),
    }));
  }
}
