import type { DeliveryChannel } from '#shared/model/delivery-channel.ts';
import type { DeliveryChannelName } from '../channels/create-channels.ts';

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
