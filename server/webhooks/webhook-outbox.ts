import type { UidFactory } from '#shared/model/uid.ts';
import type { WebhookEvent } from '#shared/model/webhook-event.ts';
import type { Tx } from '../database/handles.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import type { WrittenChanges } from '../tickets/ticket-writer.ts';
import { eventOfRemoval, eventsOfChange, type TellableEvent } from './webhook-events.ts';
import { listWebhooks, queueCalls, type Webhook } from './webhook.repo.ts';

/** One event as it is sent: the same for every webhook, so that `id` names it everywhere. */
export interface WebhookBody {
  id: string;
  event: WebhookEvent | 'ping';
  created_at: string;
}

/** Queues calls for programs in the transaction of each change: what was undone calls nobody. */
export class WebhookOutbox {
  readonly #mintUid: UidFactory;
  #active: Webhook[] | null = null;

  constructor(mintUid: UidFactory) {
    this.#mintUid = mintUid;
  }

  /** Webhooks are others from now on. */
  forget(): void {
    this.#active = null;
  }

  /** `before` is null for a new ticket. */
  async follow(
    tx: Tx,
    before: StoredTicket | null,
    written: Pick<WrittenChanges, 'ticket' | 'messages'>,
    now: number,
  ): Promise<void> {
    const webhooks = await this.#listActive(tx);
    if (webhooks.length > 0)
      await this.#queue(tx, webhooks, written.ticket, eventsOfChange(before, written), now);
  }

  async followRemoval(tx: Tx, ticket: StoredTicket, now: number): Promise<void> {
    const webhooks = await this.#listActive(tx);
    await this.#queue(tx, webhooks, ticket, [eventOfRemoval(ticket)], now);
  }

  async #queue(
    tx: Tx,
    webhooks: readonly Webhook[],
    { id: ticket_id }: StoredTicket,
    events: readonly TellableEvent[],
    now: number,
  ): Promise<void> {
    const calls = events.flatMap(({ event, body }) => {
      const told = webhooks.filter((webhook) => webhook.events.includes(event));
      if (told.length === 0) return [];
      const head: WebhookBody = { id: this.#mintUid(), event, created_at: new Date(now).toISOString() };
      const message = JSON.stringify({ ...head, ...body });
      return told.map(({ id, name }) => ({
        ticket_id,
        event,
        recipient: String(id),
        recipient_name: name,
        message,
        created_at: now,
      }));
    });
    await queueCalls(tx, calls);
  }

  /** What a transaction read is kept once it is durable: until then it may be undone. */
  async #listActive(tx: Tx): Promise<Webhook[]> {
    if (this.#active !== null) return this.#active;
    const active = (await listWebhooks(tx.db)).filter(({ isActive }) => isActive);
    tx.afterCommit(() => {
      this.#active = active;
    });
    return active;
  }
}
