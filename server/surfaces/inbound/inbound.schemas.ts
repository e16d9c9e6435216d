import { z } from 'zod';
import { withExample } from '../../http/example.ts';

/** Set up once: the Cloud API asks whether we know what the owner of the webhook knows. */
export const verifyQuery = z.object({
  'hub.mode': z.string().optional(),
  'hub.verify_token': z.string().max(500).optional(),
  'hub.challenge': z.string().max(500).optional(),
});

/** Only the outline is insisted on: what is refused would come again for days. */
export const whatsAppBody = withExample(z.looseObject({ object: z.string(), entry: z.array(z.unknown()) }), {
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
            contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: '16505551234' }],
            messages: [
              {
                from: '16505551234',
                id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=',
                timestamp: '1749416383',
                type: 'text',
                text: { body: 'Does it come in another color?' },
              },
            ],
          },
        },
      ],
    },
  ],
});

export const telegramBody = withExample(z.looseObject({ update_id: z.int() }), {
  update_id: 10_000,
  message: {
    message_id: 1365,
    date: 1_441_645_532,
    from: { id: 1_111_111, is_bot: false, first_name: 'Test', username: 'Test', language_code: 'en' },
    chat: { id: 1_111_111, type: 'private', first_name: 'Test', username: 'Test' },
    text: 'My payment failed but money was deducted',
  },
});

export const receivedAnswer = z.object({ ok: z.literal(true) });

/** An answer to Telegram may itself be a call of the Bot API ("Making requests when getting updates"). */
export const telegramAnswer = z.union([
  z.object({ method: z.literal('answerCallbackQuery'), callback_query_id: z.string() }),
  receivedAnswer,
]);
