import type { DeliveryChannelName } from '../channels/create-channels.ts';

/** The ways in which the incident-management document tells people. */
export const documentedChannels = ['EMAIL', 'WHATSAPP'] as const;

export const channelWords: Readonly<
  Record<DeliveryChannelName, { notConfigured: string; noAddress: string }>
> = {
  EMAIL: { notConfigured: 'Email is not configured', noAddress: 'No email address' },
  WHATSAPP: { notConfigured: 'WhatsApp is not configured', noAddress: 'No WhatsApp number' },
  TELEGRAM: { notConfigured: 'Telegram is not configured', noAddress: 'No Telegram chat' },
  WEBHOOK: { notConfigured: 'Webhooks are not configured', noAddress: 'No webhook' },
};
