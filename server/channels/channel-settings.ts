import { z } from 'zod';

const shortText = z.string().trim().min(1, 'must not be empty').max(500, 'is too long');

function address(...protocols: readonly string[]) {
  const text = `must be an address that begins with ${protocols.join('// or ')}//`;
  return z
    .string()
    .trim()
    .max(1000, 'is too long')
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), text);
}

/** The base of an API: paths are added to it. */
const apiAddress = address('https:', 'http:').transform((value) => value.replace(/\/+$/, ''));

const optionalSecret = z
  .string()
  .trim()
  .max(256, 'is too long')
  .regex(/^[\w-]+$/, 'may have letters, digits, - and _ alone')
  .nullable()
  .default(null);

const emailSettings = z.strictObject({
  /** smtp://user:password@host:port or smtps://…; the password in it is a secret. */
  url: address('smtp:', 'smtps:'),
  from: shortText,
});

const whatsAppSettings = z.strictObject({
  token: shortText,
  phone_number_id: z
    .string()
    .regex(/^\d{1,30}$/, 'must be the number id of the WhatsApp Cloud API, digits alone'),
  /** Signs what the Cloud API sends to us; without it nothing is received. */
  app_secret: optionalSecret,
  /** Said by the Cloud API when the webhook is set up. */
  verify_token: shortText.nullable().default(null),
  /** With its version. */
  api_url: apiAddress.default('https://graph.facebook.com/v21.0'),
});

const telegramSettings = z.strictObject({
  /** As BotFather gives it; it becomes part of each address. */
  token: z
    .string()
    .trim()
    .max(200, 'is too long')
    .regex(/^[\w:-]+$/, 'must be a token as BotFather gives it'),
  /** Comes with each update (setWebhook's secret_token); without it no webhook is taken. */
  webhook_secret: optionalSecret,
  /** Whether Telegram brings what is said, or the node fetches it: for nodes that nobody reaches from outside. */
  updates: z.enum(['webhook', 'polling'], 'must be webhook or polling').default('webhook'),
  /** What the button under an operator's message opens; without it there is no button. */
  app_url: address('https:').nullable().default(null),
  /** Of the words around an operator's message. */
  language: z.enum(['ru', 'en'], 'must be ru or en').default('ru'),
  api_url: apiAddress.default('https://api.telegram.org'),
});

const assistantSettings = z.strictObject({
  /** Up to what comes before /chat/completions, mostly …/v1. */
  url: apiAddress,
  key: shortText.nullable().default(null),
  model: shortText,
});

/**
 * How each channel is set up, whether by the environment or by an admin. The assistant answers customers in
 * place of the FAQ.
 */
export const channelSettings = {
  email: emailSettings,
  whatsapp: whatsAppSettings,
  telegram: telegramSettings,
  assistant: assistantSettings,
} as const;

/** What nobody is ever shown. The password in the address of the mail server is one, too. */
export const secretFields: Readonly<Record<ChannelName, readonly string[]>> = {
  email: [],
  whatsapp: ['token', 'app_secret', 'verify_token'],
  telegram: ['token', 'webhook_secret'],
  assistant: ['key'],
};

export type ChannelName = keyof typeof channelSettings;

export const channelNames = Object.keys(channelSettings) as ChannelName[];

export type SettingsOf<Name extends ChannelName> = z.output<(typeof channelSettings)[Name]>;

/** How the node reaches people; what is null is not configured. Holds secrets. */
export type ChannelSettings = { readonly [Name in ChannelName]: SettingsOf<Name> | null };

/** Nothing is set up. */
export const noChannels: ChannelSettings = { email: null, whatsapp: null, telegram: null, assistant: null };

export type EmailSettings = SettingsOf<'email'>;
export type WhatsAppSettings = SettingsOf<'whatsapp'>;
export type TelegramSettings = SettingsOf<'telegram'>;
export type AssistantSettings = SettingsOf<'assistant'>;
