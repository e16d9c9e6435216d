import type { DeliveryChannel } from '../channels/channel.ts';

/** The ways in which the incident-management document tells people. */
export const notificationChannels = ['EMAIL', 'WHATSAPP'] as const;

export type NotificationChannel = (typeof notificationChannels)[number];

/** The channels that this node was given; what is missing is written down as skipped. */
export type DeliveryChannels = Partial<Record<NotificationChannel, DeliveryChannel>>;

export const channelWords = {
  EMAIL: { notConfigured: 'Email is not configured', noAddress: 'No email address' },
  WHATSAPP: { notConfigured: 'WhatsApp is not configured', noAddress: 'No WhatsApp number' },
} as const;
