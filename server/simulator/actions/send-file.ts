import type { Mutated } from '#shared/protocol/kept-change.ts';
import type { SimConsole } from '../processes/sim-console.ts';
import type { Rng } from '../random.ts';
import type { World } from '../world.ts';
import { uidsOf, type SeenTicket } from './change-arguments.ts';

/** What came of it, and the message by which it is recognised. */
export interface SentWithFile {
  made: Mutated | undefined;
  marker: string;
}

/** An agent chooses a file, and mostly sends an answer with it. @returns null when nothing was sent. */
export async function sendFile(
  world: World,
  { console, ticket }: { console: SimConsole; ticket: SeenTicket },
  rng: Rng,
): Promise<SentWithFile | null> {
  const file_name = `file ${rng.below(1_000_000)}`;
  const chosen = { ticket_uid: ticket.uid, file_name, content_type: 'text/plain', bytes: 'AQID' };
  const added = await console.call('attachments.add', chosen);
  if (added === undefined || rng.chance(0.1)) return null;
  const marker = uidsOf(rng)();
  world.note(`${console.name} answers with ${file_name}`, marker);
  const args = {
    ticket_uid: ticket.uid,
    message_uid: marker,
    text: `See ${file_name}`,
    seen_reply_uid: ticket.last_reply_uid,
  };
  const made = await console.call('mutate', { name: 'ticket-reply', args, files: [added.uid] });
  if (rng.chance(0.1)) await takeFileBack(world, console, added.uid);
  return { made, marker };
}

/** Thinks better of it, as long as it waits. */
async function takeFileBack(world: World, console: SimConsole, uid: string): Promise<void> {
  const item = (await console.call('outbox.list', {}))?.find(
    ({ id, file_uid }) => id < 0 && file_uid === uid,
  );
  if (item === undefined) return;
  world.note(`${console.name} takes ${item.text ?? ''} back`);
  await console.call('outbox.cancel', { id: item.id, is_edited: false });
}
