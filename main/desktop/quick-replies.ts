import type { Alert } from './alert-text.ts';
import type { AskConsole } from './console-calls.ts';

interface QuickReplyOptions {
  readonly ask: AskConsole;
  readonly mintUid: () => string;
  /** What was written is in the ticket's draft now. */
  readonly onFailed: (ticketUid: string) => void;
}

/**
 * Replies that are written in a notification. Each says which answer its author had seen last, which is the one when the
 * notification came: if a colleague answered in between, the node asks instead of sending twice.
 */
export class QuickReplies {
  readonly #options: QuickReplyOptions;
  readonly #seenReplyByTicket = new Map<string, string | null>();

  constructor(options: QuickReplyOptions) {
    this.#options = options;
  }

  /** What the reader of this notification can know of the ticket. */
  async noteAlert({ ticket_uid: uid }: Pick<Alert, 'ticket_uid'>): Promise<void> {
    const detail = await this.#options.ask('tickets.get', { uid });
    if (detail !== null) this.#seenReplyByTicket.set(uid, detail.ticket.last_reply_uid);
  }

  async send(ticketUid: string, text: string): Promise<void> {
    const { ask, mintUid, onFailed } = this.#options;
    const seen = this.#seenReplyByTicket.get(ticketUid);
    const made = await ask('mutate', {
      name: 'ticket-reply',
      args: {
        ticket_uid: ticketUid,
        message_uid: mintUid(),
        text,
        ...(seen === undefined ? {} : { seen_reply_uid: seen }),
      },
    });
    if (made !== null && 'id' in made) {
      await ask('tickets.markSeen', { uid: ticketUid });
      return;
    }
    await ask('drafts.save', { ticket_uid: ticketUid, mode: 'reply', text, seen_reply_uid: seen ?? null });
    onFailed(ticketUid);
  }

  clear(): void {
    this.#seenReplyByTicket.clear();
  }
}
