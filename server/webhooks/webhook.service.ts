import { isIP } from 'node:net';
import type { Clock, RandomBytes } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { isAdmin, type Actor } from '#shared/model/user.ts';
import type { WebhookEvent } from '#shared/model/webhook-event.ts';
import { recordAction, type AuditAction } from '../audit/audit-log.repo.ts';
import type { SealedBox } from '../channels/sealed-box.ts';
import type { WebhookTarget } from '../channels/webhook.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { hostOf, isPublicAddress } from './public-address.ts';
import type { WebhookBody, WebhookOutbox } from './webhook-outbox.ts';
import {
  findWebhook,
  insertWebhook,
  listWebhooks,
  queueCalls,
  updateWebhook,
  type Webhook,
} from './webhook.repo.ts';

export interface WebhookInput {
  name: string;
  /** http or https, without a user and password. */
  url: string;
  events: readonly WebhookEvent[];
  isActive: boolean;
}

export type WebhookOutcome =
  /** `secret` is said when it is new, and never again. */
  | { kind: 'done'; webhook: Webhook; secret: string | null }
  | { kind: 'forbidden' | 'not_found' | 'private_address' };

export interface WebhookServiceDeps {
  database: Database;
  clock: Clock;
  random: RandomBytes;
  mintUid: UidFactory;
  box: SealedBox;
  outbox: WebhookOutbox;
  allowsPrivate: boolean;
}

const secretBytes = 32;

/** Whom the desk calls back, which admins write. */
export class WebhookService {
  readonly #deps: WebhookServiceDeps;

  constructor(deps: WebhookServiceDeps) {
    this.#deps = deps;
  }

  /** For admins, which the caller has checked. */
  list(): Promise<Webhook[]> {
    return listWebhooks(this.#deps.database.db);
  }

  find(id: number): Promise<Webhook | null> {
    return findWebhook(this.#deps.database.db, id);
  }

  async create(actor: Actor, { name, url, events, isActive }: WebhookInput): Promise<WebhookOutcome> {
    if (this.#isPrivate(url)) return { kind: 'private_address' };
    const { secret, sealed } = this.#mintSecret();
    return this.#write(actor, 'webhook_created', secret, async (tx, now) =>
      insertWebhook(tx, {
        name,
        url,
        secret: sealed,
        events: JSON.stringify(events),
        is_active: isActive ? 1 : 0,
        created_by: actor.id,
        created_at: now,
        updated_at: now,
        deleted_at: null,
      }),
    );
  }

  /** Changes what is given. */
  async update(
    actor: Actor,
    id: number,
    { name, url, events, isActive }: { [Field in keyof WebhookInput]?: WebhookInput[Field] | undefined },
  ): Promise<WebhookOutcome> {
    if (url !== undefined && this.#isPrivate(url)) return { kind: 'private_address' };
    return this.#change(actor, id, 'webhook_updated', {
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { events: JSON.stringify(events) }),
      ...(isActive === undefined ? {} : { is_active: isActive ? 1 : 0 }),
    });
  }

  /** The old secret signs nothing from now on, calls that wait included. */
  rotateSecret(actor: Actor, id: number): Promise<WebhookOutcome> {
    const { secret, sealed } = this.#mintSecret();
    return this.#change(actor, id, 'webhook_secret_rotated', { secret: sealed }, secret);
  }

  async remove(actor: Actor, id: number): Promise<WebhookOutcome> {
    const webhook = await this.find(id);
    const outcome = await this.#change(actor, id, 'webhook_deleted', {
      is_active: 0,
      deleted_at: this.#deps.clock.now(),
    });
    // Once it is gone nobody finds it.
    const isGone = outcome.kind === 'not_found' && webhook !== null;
    return isGone ? { kind: 'done', webhook, secret: null } : outcome;
  }

  /** Queues a call that says nothing but hello. */
  async ping(actor: Actor, id: number): Promise<WebhookOutcome> {
    const { database, clock, mintUid } = this.#deps;
    if (!isAdmin(actor)) return { kind: 'forbidden' };
    return database.write(async (tx) => {
      const webhook = await findWebhook(tx.db, id);
      if (webhook === null) return { kind: 'not_found' };
      const now = clock.now();
      const body: WebhookBody = { id: mintUid(), event: 'ping', created_at: new Date(now).toISOString() };
      const call = { ticket_id: null, event: 'ping', recipient: String(id), recipient_name: webhook.name };
      await queueCalls(tx, [{ ...call, message: JSON.stringify(body), created_at: now }]);
      return { kind: 'done', webhook, secret: null };
    });
  }

  /** Where the calls of a webhook go now, or why they go nowhere. */
  async targetOf(id: string): Promise<WebhookTarget | { reason: string }> {
    const webhook = await this.find(Number(id));
    if (webhook === null) return { reason: 'The webhook was deleted' };
    if (!webhook.isActive) return { reason: 'The webhook is switched off' };
    const secret = this.#deps.box.open(webhook.secret);
    if (secret === null) return { reason: 'The secret was sealed by another node: rotate it' };
    return { url: webhook.url, secret };
  }

  #mintSecret(): { secret: string; sealed: string } {
    const { random, box } = this.#deps;
    const secret = `whsec_${Buffer.from(random(secretBytes)).toString('base64url')}`;
    return { secret, sealed: box.seal(secret) };
  }

  /** Names are looked up when they are called; an address that is private can be told at once. */
  #isPrivate(url: string): boolean {
    const host = hostOf(new URL(url));
    return !this.#deps.allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host);
  }

  #change(
    actor: Actor,
    id: number,
    action: AuditAction,
    columns: Parameters<typeof updateWebhook>[2],
    secret: string | null = null,
  ): Promise<WebhookOutcome> {
    return this.#write(actor, action, secret, async (tx, now) => {
      if ((await findWebhook(tx.db, id)) === null) return null;
      await updateWebhook(tx, id, { ...columns, updated_at: now });
      return id;
    });
  }

  #write(
    actor: Actor,
    action: AuditAction,
    secret: string | null,
    work: (tx: Tx, now: number) => Promise<number | null>,
  ): Promise<WebhookOutcome> {
    if (!isAdmin(actor)) return Promise.resolve({ kind: 'forbidden' });
    const { database, clock, outbox } = this.#deps;
    return database.write(async (tx) => {
      const now = clock.now();
      const id = await work(tx, now);
      if (id === null) return { kind: 'not_found' };
      const webhook = await findWebhook(tx.db, id);
      const target = { type: 'webhook', id } as const;
      const metadata =
        webhook === null ? {} : { name: webhook.name, url: webhook.url, events: webhook.events };
      await recordAction(tx, { adminId: actor.id, action, target, metadata }, now);
      tx.afterCommit(() => outbox.forget());
      return webhook === null ? { kind: 'not_found' } : { kind: 'done', webhook, secret };
    });
  }
}
