import type { Status } from '#shared/model/status.ts';
import type { Alert } from '../metrics/alert.repo.ts';
import type { ChatTurn } from '../bot/chat-log.repo.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';

/** Something that happened, for those who watch the node live. */
export type LiveEvent =
  /** The figures were read anew. */
  | { type: 'metrics' }
  /** An alert was raised or is over. */
  | { type: 'alert'; alert: Alert }
  /** A ticket moved to another status. */
  | { type: 'ticket_status'; ticket: StoredTicket; from: Status }
  /** The bot answered somebody. */
  | { type: 'chat_message'; turn: ChatTurn };

type LiveListener = (event: LiveEvent) => void;

/** Carries such events from the services to whoever sends them out. */
export class LiveFeed {
  readonly #listeners = new Set<LiveListener>();

  publish(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  subscribe(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
