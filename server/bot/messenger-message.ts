import type { InboundContent, Messenger } from '../inbound/inbound-message.ts';

/** A message of a messenger, ready to be understood. */
export interface MessengerMessage {
  messenger: Messenger;
  address: string;
  content: InboundContent;
}
