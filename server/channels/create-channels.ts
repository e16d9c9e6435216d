import type { ChannelSettings } from '../config/read-channels.ts';
import type { DeliveryChannels } from '../notifications/channel-names.ts';
import { createEmailChannel } from './email.ts';
import { createWhatsAppChannel } from './whatsapp.ts';

/** The channels that were configured. */
export function createChannels({ email, whatsApp }: ChannelSettings): DeliveryChannels {
  return {
    ...(email === null ? {} : { EMAIL: createEmailChannel(email) }),
    ...(whatsApp === null ? {} : { WHATSAPP: createWhatsAppChannel(whatsApp) }),
  };
}
