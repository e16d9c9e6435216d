import { z } from 'zod';
import { channelNames, secretFields, type ChannelName } from '../../channels/channel-settings.ts';
import { withExample } from '../../http/example.ts';
import { filledField, optional, textField } from '../../http/fields.ts';
import { answer } from './answer.ts';

export const channelParams = z.object({ channel: z.enum(channelNames, 'Unknown channel') });

/** Long enough for any of them; what a field must look like is the channel's own matter. */
const field = textField(1000);
const asIs = field.nullish();

/**
 * What an admin may write, by channel. Secrets that are left out, or sent back as they were shown, stay as they are; null
 * takes an optional one away.
 */
export const channelBodies = {
  email: withExample(z.object({ url: field, from: field }), {
    url: 'smtps://desk:********@mail.example.org',
    from: 'Desk <desk@example.org>',
  }),
  whatsapp: withExample(
    z.object({
      phone_number_id: field,
      token: asIs,
      app_secret: asIs,
      verify_token: asIs,
      api_url: optional(field),
    }),
    {
      phone_number_id: '106540352242922',
      token: 'EAAJB…',
      app_secret: '64ab…',
      verify_token: 'my own words',
    },
  ),
  telegram: withExample(
    z.object({
      token: asIs,
      webhook_secret: asIs,
      updates: optional(field),
      app_url: optional(field),
      language: optional(field),
      api_url: optional(field),
    }),
    { token: '123456:ABC-DEF', updates: 'polling', language: 'ru' },
  ),
  assistant: withExample(z.object({ url: field, model: field, key: asIs }), {
    url: 'http://127.0.0.1:11434/v1',
    model: 'llama3.2',
  }),
} as const satisfies Record<ChannelName, z.ZodType>;

/** `to` is an address of the channel: an email address, a WhatsApp number, a Telegram chat. */
export const testChannelBody = withExample(z.object({ to: optional(filledField(320)) }), {
  to: 'admin@example.org',
});

const channel = z.object({
  name: z.enum(channelNames),
  /** What is set by the environment cannot be changed here. */
  source: z.enum(['environment', 'settings', 'none']),
  is_configured: z.boolean(),
  /** It was set up on a node with another signing secret, and has to be set up again. */
  is_unreadable: z.boolean(),
  /** By the names of the fields; secrets that are set read "********". Null when nothing is set up. */
  settings: z.record(z.string(), z.string().nullable()).nullable(),
  /** The fields that are never shown. */
  secret_fields: z.array(z.string()),
  /** Whether messages are received as well, and where. */
  receives: z.boolean(),
  webhook_path: z.string().nullable(),
  updated_at: z.string().nullable(),
  updated_by: z.string().nullable(),
});

export const listChannelsAnswer = answer({ channels: z.array(channel) });
export const channelAnswer = answer({ message: z.string(), channel });
export const testChannelAnswer = answer({
  is_sent: z.boolean(),
  /** What the other side said, in its own words. */
  answer: z.string(),
  took_ms: z.int(),
});

export const secretFieldsOf = (name: ChannelName): string[] => [...secretFields[name]];
