import type { Database } from '../database/database.ts';
import {
  listCommonQueries,
  listTurns,
  readChatFigures,
  type ChatFigures,
  type ChatLogFilter,
  type ChatTurn,
} from './chat-log.repo.ts';

export interface ChatAnalytics extends ChatFigures {
  common: { query: string; count: number }[];
}

const maxCommonQueries = 10;

/** What the bot was asked so far: for staff, which the caller has checked. */
export class ChatHistoryService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
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
}
