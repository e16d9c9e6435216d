import { z } from 'zod';
import { v1Call } from '../../store/v1-call.ts';

export const channelNames = ['email', 'whatsapp', 'telegram', 'assistant'] as const;
export type ChannelName = (typeof channelNames)[number];

/** The fields of each channel, in the order of its form. What is left empty is not sent. */
export const fieldsByChannel = {
  email: ['url', 'from'],
  whatsapp: ['phone_number_id', 'token', 'app_secret', 'verify_token', 'api_url'],
  telegram: ['token', 'webhook_secret', 'app_url', 'language', 'api_url'],
  assistant: ['url', 'model', 'key'],
} as const;
export type ChannelField = (typeof fieldsByChannel)[ChannelName][number];

const channelSchema = z.object({
  name: z.enum(channelNames),
  source: z.enum(['environment', 'settings', 'none']),
  is_configured: z.boolean(),
  is_unreadable: z.boolean(),
  /** Secrets are masked. */
  settings: z.record(z.string(), z.json()).nullable(),
  secret_fields: z.array(z.string()),
  receives: z.boolean().nullable(),
  webhook_path: z.string().nullable(),
  updated_at: z.string().nullable(),
  updated_by: z.string().nullable(),
});
export type Channel = z.infer<typeof channelSchema>;

const channelParams = z.object({ channel: z.enum(channelNames) });
const changed = { channel: channelSchema };

/** `/api/v1/admin/channels`. */
export const channelCalls = {
  list: v1Call({
    method: 'GET',
    path: '/admin/channels',
    data: { channels: z.array(channelSchema) },
  }),
  save: v1Call({
    method: 'PUT',
    path: '/admin/channels/:channel',
    params: channelParams,
    body: z.record(z.string(), z.string()),
    data: changed,
  }),
  remove: v1Call({
    method: 'DELETE',
    path: '/admin/channels/:channel',
    params: channelParams,
    data: changed,
  }),
  test: v1Call({
    method: 'POST',
    path: '/admin/channels/:channel/test',
    params: channelParams,
    body: z.object({ to: z.string().optional() }),
    data: { is_sent: z.boolean(), answer: z.string(), took_ms: z.int() },
  }),
};
