import type { Op } from '#shared/protocol/sync.ts';
import { packFrame, unpackFrame } from '#shared/protocol/wire-frame.ts';
import type { Message } from '../network/channel.ts';

/** The same message with other rows in it. */
export function mapOps(message: Message, change: (ops: Op[]) => Op[]): Message {
  const data: unknown = JSON.parse(message.text);
  if (message.kind === 'frame') {
    const frame = unpackFrame(data);
    if (frame === null) return message;
    return { ...message, text: JSON.stringify(packFrame({ ...frame, ops: change(frame.ops) })) };
  }
  const answer = data as { value?: { ops?: Op[] } };
  if (answer.value?.ops === undefined) return message;
  return {
    ...message,
    text: JSON.stringify({ ...answer, value: { ...answer.value, ops: change(answer.value.ops) } }),
  };
}
