import { shownChannel } from '../../notifications/channel-words.ts';
import type { MessageDelivery } from '../../notifications/delivery-log.service.ts';
import { toV1Date } from './dates.ts';

export function presentMessageDelivery({ channel, state, error, at }: MessageDelivery) {
  return { channel: shownChannel(channel), state, error, at: toV1Date(at) };
}
