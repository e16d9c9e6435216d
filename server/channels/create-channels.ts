import type { DeliveryChannel } from './channel.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { createEmailChannel } from './email.ts';
import { createTelegramChannel } from './telegram.ts';
import { createWhatsAppChannel } from './whatsapp.ts';

/** The ways in which people can be told, as deliveries name them. */
export const personChannelNames = ['EMAIL', 'WHATSAPP', 'TELEGRAM'] as const;

export type PersonChannelName = (typeof personChannelNames)[number];

/** And that in which programs are. */
export type DeliveryChannelName = PersonChannelName | 'WEBHOOK';

/** The channels that are set up now; what is missing is written down as skipped. */
export type DeliveryChannels = ReadonlyMap<DeliveryChannelName, DeliveryChannel>;

/** The channels that were configured. */
export function createChannels({
  email,
  whatsapp,
  telegram,
}: Omit<ChannelSettings, 'assistant'>): Map<DeliveryChannelName, DeliveryChannel> {
  const channels = new Map<DeliveryChannelName, DeliveryChannel>();
  if (email !== null) channels.set('EMAIL', createEmailChannel(email));
  if (whatsapp !== null) channels.set('WHATSAPP', createWhatsAppChannel(whatsapp));
  if (telegram !== null) channels.set('TELEGRAM', createTelegramChannel(telegram));
  return channels;
}
