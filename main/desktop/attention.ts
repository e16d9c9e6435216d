import type { Alert } from './alert-text.ts';

/** What waits for its reader beyond their own tickets; those are counted by the replica. */
export interface OtherUnread {
  /** Tickets in which a note calls them. */
  readonly mentioned: number;
  /** Tickets of others that they follow. */
  readonly followed: number;
}

/** Keeps in mind which tickets called for somebody and were not looked at since. */
export class Attention {
  readonly #kindByTicket = new Map<string, 'mentioned' | 'followed'>();

  get unread(): OtherUnread {
    const kinds = [...this.#kindByTicket.values()];
    const mentioned = kinds.filter((kind) => kind === 'mentioned').length;
    return { mentioned, followed: kinds.length - mentioned };
  }

  note({ kind, ticket_uid: uid }: Pick<Alert, 'kind' | 'ticket_uid'>): void {
    if (kind === 'mentioned') this.#kindByTicket.set(uid, 'mentioned');
    else if (kind === 'followed_message' && !this.#kindByTicket.has(uid))
      this.#kindByTicket.set(uid, 'followed');
  }

  /** @returns whether anything waited there */
  noteSeen(ticketUid: string): boolean {
    return this.#kindByTicket.delete(ticketUid);
  }

  clear(): void {
    this.#kindByTicket.clear();
  }
}
