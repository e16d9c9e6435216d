import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { DeskError } from '#shared/protocol/errors.ts';
import type { App, Surface } from '../../http/app.ts';
import { webhookPaths } from '../../channels/channel-setup.service.ts';
import { isSameSecret, isSignedBy } from '../../inbound/signatures.ts';
import { readTelegramUpdate } from '../../inbound/telegram-update.ts';
import { readWhatsAppWebhook } from '../../inbound/whatsapp-webhook.ts';
import type { Services } from '../../services.ts';
import {
  receivedAnswer,
  telegramAnswer,
  telegramBody,
  verifyQuery,
  whatsAppBody,
} from './inbound.schemas.ts';
import { checkRawBody } from './raw-body.ts';

/** The Cloud API sends up to 3 MB. */
const bodyLimit = 3 * 1024 * 1024;

/**
 * Where messengers bring what customers say. They prove themselves by signature or secret; what they bring is kept before
 * it is acknowledged, and worked off afterwards, so that no answer takes long.
 */
export const inbound: Surface = async (app, { services }) => {
  await app.register(async (scope) => addWhatsApp(scope.withTypeProvider<ZodTypeProvider>(), services));
  await app.register(async (scope) => addTelegram(scope.withTypeProvider<ZodTypeProvider>(), services));
};

const notReceiving = (): DeskError => new DeskError('not_found', 'This channel is not set up to receive');

function addWhatsApp(app: App, { channelSetup, inbound: queue, deliveryReports }: Services): void {
  const path = String(webhookPaths.whatsapp);

  app.get(path, { schema: { querystring: verifyQuery } }, async (request, reply) => {
    const token = channelSetup.settingsOf('whatsapp')?.verify_token ?? null;
    if (token === null) throw notReceiving();
    const {
      'hub.mode': mode,
      'hub.verify_token': given = '',
      'hub.challenge': challenge = '',
    } = request.query;
    if (mode !== 'subscribe' || !isSameSecret(given, token)) {
      throw new DeskError('forbidden', 'Wrong verify token');
    }
    return reply
      .type('text/plain; charset=utf-8')
      .header('x-content-type-options', 'nosniff')
      .send(challenge);
  });

  /** Null until it is set up to receive. */
  const secretOf = (): string | null => channelSetup.settingsOf('whatsapp')?.app_secret ?? null;
  app.post(
    path,
    {
      bodyLimit,
      onRequest: async () => {
        if (secretOf() === null) throw notReceiving();
      },
      preParsing: checkRawBody(bodyLimit, ({ headers }, body) => {
        const signature = String(headers['x-hub-signature-256'] ?? '');
        if (!isSignedBy(secretOf() ?? '', body, signature)) {
          throw new DeskError('signed_out', 'Wrong signature');
        }
      }),
      schema: { body: whatsAppBody, response: { 200: receivedAnswer } },
    },
    async (request) => {
      const phoneNumberId = channelSetup.settingsOf('whatsapp')?.phone_number_id ?? '';
      const { messages, reports } = readWhatsAppWebhook(request.body, phoneNumberId);
      await queue.keep('whatsapp', messages);
      await deliveryReports.take('WHATSAPP', reports);
      return { ok: true as const };
    },
  );
}

function addTelegram(app: App, { channelSetup, inbound: queue }: Services): void {
  app.post(
    String(webhookPaths.telegram),
    {
      bodyLimit,
      onRequest: async ({ headers }) => {
        const settings = channelSetup.settingsOf('telegram');
        const secret = settings?.webhook_secret ?? null;
        if (secret === null || settings?.updates === 'polling') throw notReceiving();
        const given = String(headers['x-telegram-bot-api-secret-token'] ?? '');
        if (!isSameSecret(given, secret)) throw new DeskError('signed_out', 'Wrong secret token');
      },
      schema: { body: telegramBody, response: { 200: telegramAnswer } },
    },
    async (request) => {
      const update = readTelegramUpdate(request.body);
      if (update === null) return { ok: true as const };
      await queue.keep('telegram', [update.message]);
      return update.callbackId === null
        ? { ok: true as const }
        : { method: 'answerCallbackQuery' as const, callback_query_id: update.callbackId };
    },
  );
}
