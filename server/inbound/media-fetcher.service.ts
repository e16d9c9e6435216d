import type { Clock } from '#shared/model/clock.ts';
import { maxFileBytes } from '#shared/model/attachment.ts';
import type { AttachmentService } from '../attachments/attachment.service.ts';
import type { ChannelSetup } from '../channels/channel-setup.service.ts';
import type { Download } from '../channels/download.ts';
import { fetchTelegramMedia, fetchWhatsAppMedia } from '../channels/fetch-media.ts';
import type { Database } from '../database/database.ts';
import { workOff } from '../jobs/work-off.ts';
import type { SystemLog } from '../system-log/system-log.service.ts';
import { dropOldMedia, listWaitingMedia, settleMedia, type WaitingMedia } from './inbound-media.repo.ts';

export interface MediaFetcherDeps {
  database: Database;
  clock: Clock;
  setup: ChannelSetup;
  log: SystemLog;
}

const batchSize = 5;
const maxAttempts = 6;
const firstWaitMs = 10_000;
const keepMs = 30 * 24 * 3_600_000;

/** Fetches the pictures and files that customers sent by messenger, and puts each on its ticket once. */
export class MediaFetcher {
  readonly #deps: MediaFetcherDeps;
  readonly #stopping = new AbortController();
  #attachments: AttachmentService | null = null;

  constructor(deps: MediaFetcherDeps) {
    this.#deps = deps;
  }

  /** Where files go; they lie in the node's folder, which the services know nothing of. Nothing is fetched before. */
  storeIn(attachments: AttachmentService): void {
    this.#attachments = attachments;
  }

  /** Fetches everything that waits. Never run twice at the same time. */
  async run(): Promise<void> {
    const { database, clock } = this.#deps;
    const attachments = this.#attachments;
    if (attachments === null) return;
    const next = () => listWaitingMedia(database.db, clock.now(), batchSize);
    await workOff(this.#stopping.signal, next, (media) => this.#fetch(media, attachments));
  }

  stop(): void {
    this.#stopping.abort();
  }

  async forget(): Promise<void> {
    const { database, clock } = this.#deps;
    await database.write((tx) => dropOldMedia(tx, clock.now() - keepMs));
  }

  async #fetch(media: WaitingMedia, attachments: AttachmentService): Promise<void> {
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    const fetched = await this.#download(media, signal);
    if (signal.aborted) return;
    if (fetched.kind === 'failed') {
      await this.#fail(media, fetched);
      return;
    }
    const { id, ticket_id: ticketId, message_uid: messageUid, name, channel: origin, attempts } = media;
    const done = { status: 'HANDLED', attempts: attempts + 1, error: null, next_attempt_at: null };
    const outcome = await attachments.addFromCustomer(
      ticketId,
      { bytes: fetched.bytes, name, messageUid },
      origin,
      (tx) => settleMedia(tx, id, done),
    );
    if (outcome.kind === 'refused') {
      await this.#fail(media, { reason: outcome.refusal, isFinal: true });
    }
  }

  #download({ channel, file_id: fileId }: WaitingMedia, signal: AbortSignal): Promise<Download> {
    const call = { fileId, maxBytes: maxFileBytes, signal };
    const { setup } = this.#deps;
    const [telegram, whatsApp] = [setup.settingsOf('telegram'), setup.settingsOf('whatsapp')];
    if (channel === 'telegram' && telegram !== null) return fetchTelegramMedia(telegram, call);
    if (channel === 'whatsapp' && whatsApp !== null) return fetchWhatsAppMedia(whatsApp, call);
    return Promise.resolve({ kind: 'failed', reason: 'The channel is not configured', isFinal: false });
  }

  async #fail(
    { id, ticket_id, attempts: before }: WaitingMedia,
    { reason, isFinal }: { reason: string; isFinal: boolean },
  ): Promise<void> {
    const { database, clock, log } = this.#deps;
    const attempts = before + 1;
    const isGivenUp = isFinal || attempts >= maxAttempts;
    const columns = {
      status: isGivenUp ? 'FAILED' : 'PENDING',
      attempts,
      error: reason,
      next_attempt_at: isGivenUp ? null : clock.now() + firstWaitMs * 4 ** before,
    };
    await database.write((tx) => settleMedia(tx, id, columns));
    if (!isGivenUp) return;
    const message = 'A file that a customer sent could not be fetched';
    log.record({ level: 'WARNING', source: 'inbound', message, metadata: { ticket_id, reason } });
  }
}
