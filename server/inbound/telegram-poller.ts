import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { TelegramSettings } from '../channels/channel-settings.ts';
import type { ChannelSetup } from '../channels/channel-setup.service.ts';
import { askPeer, describeSilence, hideSecret, type PeerAnswer } from '../channels/json-peer.ts';
import type { SystemLog } from '../system-log/system-log.service.ts';
import type { InboundQueue } from './inbound-queue.service.ts';
import { readTelegramUpdate } from './telegram-update.ts';

export interface TelegramPollerDeps {
  setup: ChannelSetup;
  queue: InboundQueue;
  log: SystemLog;
  /** How long Telegram holds a call in which nothing comes. Tests take less. */
  holdSeconds?: number;
}

const answerSchema = z.union([
  z.object({ ok: z.literal(true), result: z.array(z.looseObject({ update_id: z.int() })) }),
  z.object({ ok: z.literal(false), description: z.string() }),
]);

const allowed = ['message', 'callback_query'];
const graceMs = 10_000;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * Fetches what customers say from Telegram (getUpdates), where the node is set up to: nothing has to be reachable from
 * outside then. What was fetched is kept before Telegram is told so by the next call; what is fetched twice is one.
 */
export class TelegramPoller {
  readonly #deps: TelegramPollerDeps;
  readonly #stopping = new AbortController();
  #current = new AbortController();
  #next: number | null = null;

  constructor(deps: TelegramPollerDeps) {
    this.#deps = deps;
    deps.setup.subscribe(() => this.#current.abort());
  }

  /** Fetches for as long as the channel is set up so; settles at once where it is not. Never run twice at once. */
  async run(): Promise<void> {
    let failures = 0;
    for (;;) {
      this.#current = new AbortController();
      const signal = AbortSignal.any([this.#stopping.signal, this.#current.signal]);
      const settings = this.#deps.setup.settingsOf('telegram');
      if (settings?.updates !== 'polling' || this.#stopping.signal.aborted) return;
      const reason = await this.#fetch(settings, failures === 0, signal);
      if (signal.aborted) {
        // Another bot, perhaps: it counts its updates by itself.
        this.#next = null;
        continue;
      }
      failures = reason === null ? 0 : failures + 1;
      if (reason !== null) await this.#pauseAfter(reason, failures, signal);
    }
  }

  stop(): void {
    this.#stopping.abort();
  }

  /** Null when it went well, else why it did not. */
  async #fetch(settings: TelegramSettings, isFirst: boolean, signal: AbortSignal): Promise<string | null> {
    const { holdSeconds = 25 } = this.#deps;
    try {
      // A webhook that was set once stands in the way of fetching.
      if (isFirst && this.#next === null) await call(settings, 'deleteWebhook', {}, signal);
      const body = {
        timeout: holdSeconds,
        allowed_updates: allowed,
        ...(this.#next === null ? {} : { offset: this.#next }),
      };
      const timeoutMs = holdSeconds * 1000 + graceMs;
      const answer = await call(settings, 'getUpdates', body, signal, timeoutMs);
      const parsed = answerSchema.safeParse(answer.body).data;
      if (parsed?.ok !== true) return `${answer.status} ${parsed?.description ?? answer.statusText}`;
      await this.#keep(settings, parsed.result, signal);
      return null;
    } catch (error) {
      return describeSilence(error);
    }
  }

  async #keep(
    settings: TelegramSettings,
    updates: readonly { update_id: number }[],
    signal: AbortSignal,
  ): Promise<void> {
    const read = updates.flatMap((update) => readTelegramUpdate(update) ?? []);
    await this.#deps.queue.keep(
      'telegram',
      read.map(({ message }) => message),
    );
    const last = updates.at(-1)?.update_id;
    if (last !== undefined) this.#next = last + 1;
    for (const { callbackId: callback_query_id } of read) {
      // The button stops waiting; should that fail, it does so by itself.
      if (callback_query_id === null) continue;
      await call(settings, 'answerCallbackQuery', { callback_query_id }, signal).catch(() => undefined);
    }
  }

  async #pauseAfter(reason: string, failures: number, signal: AbortSignal): Promise<void> {
    if (failures === 1) {
      const token = this.#deps.setup.settingsOf('telegram')?.token ?? null;
      const metadata = { reason: hideSecret(reason, token) };
      this.#deps.log.record({
        level: 'WARNING',
        source: 'inbound',
        message: 'Telegram did not answer',
        metadata,
      });
    }
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

function call(
  { api_url, token }: TelegramSettings,
  method: string,
  body: object,
  signal: AbortSignal,
  timeoutMs = graceMs,
): Promise<PeerAnswer> {
  return askPeer({ url: `${api_url}/bot${token}/${method}`, body, signal, timeoutMs });
}
