import type { DeliveryChannelName, DeliveryChannels } from '../channels/create-channels.ts';
import { channelWords } from './channel-names.ts';

/** Whether something can be sent at all: it waits in the queue then, or is skipped and the log says why. */
export function fateOf(
  channels: DeliveryChannels,
  channel: DeliveryChannelName,
  address: string | null,
  now: number,
) {
  const { notConfigured, noAddress } = channelWords[channel];
  const skipped = { status: 'SKIPPED', next_attempt_at: null };
  if (address === null) return { ...skipped, error: noAddress };
  if (!channels.has(channel)) return { ...skipped, error: notConfigured };
  return { status: 'PENDING', error: null, next_attempt_at: now };
}
