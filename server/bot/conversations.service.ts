import type { Database } from '../database/database.ts';
import { findChatSession } from './chat-session.repo.ts';
import {
  conversationsQuery,
  listTurnsOf,
  summariseTurns,
  type ConversationFilter,
  type ConversationPlace,
} from './conversation-page.repo.ts';

/** What customers talked about with the bot: for admins, which the caller has checked. */
export class Conversations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The latest first; those in which nothing was asked yet are left out of the page. */
  page(filter: ConversationFilter, page: { after: ConversationPlace | null; limit: number }) {
    return this.#database.readAtOnce(async (db) => {
      const sessions = await conversationsQuery(db, filter, page).execute();
      const summaryById = await summariseTurns(
        db,
        sessions.map(({ id }) => id),
      );
      const last = sessions.at(-1);
      return {
        conversations: sessions.flatMap((session) => {
          const summary = summaryById.get(session.id);
          return summary === undefined ? [] : [{ ...session, ...summary }];
        }),
        next:
          sessions.length < page.limit || last === undefined
            ? null
            : { updatedAt: last.updated_at, id: last.id },
      };
    });
  }

  /** Oldest first; null when there is no such conversation. */
  turns(sessionId: string) {
    return this.#database.readAtOnce(async (db) =>
      (await findChatSession(db, sessionId)) === null ? null : listTurnsOf(db, sessionId),
    );
  }
}
