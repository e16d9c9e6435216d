import type { DeliveryChannelName } from '../../channels/create-channels.ts';
import type { MessageDelivery } from '../../notifications/delivery-log.service.ts';
import { toV1Date } from './dates.ts';

/** Channels as this surface spells them. */
export const deliveryChannels = ['email', 'whatsapp', 'telegram', 'webhook'] as const;

type DeliveryChannel = (typeof deliveryChannels)[number];

const shown: Readonly<Record<DeliveryChannelName, DeliveryChannel>> = {
  EMAIL: 'email',
  WHATSAPP: 'whatsapp',
  TELEGRAM: 'telegram',
  WEBHOOK: 'webhook',
};

export const writtenChannel: Readonly<Record<DeliveryChannel, DeliveryChannelName>> = {
  email: 'EMAIL',
  whatsapp: 'WHATSAPP',
  telegram: 'TELEGRAM',
  webhook: 'WEBHOOK',
};

/** The database knows no other channel. */
export const shownChannel = (name: string): DeliveryChannel => shown[name as DeliveryChannelName];

export function presentMessageDelivery({ channel, state, error, at }: MessageDelivery) {
  return { channel: shownChannel(channel), state, error, at: toV1Date(at) };
}
