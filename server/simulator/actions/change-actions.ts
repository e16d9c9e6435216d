import type { ConsoleArgs } from '#shared/protocol/ipc.ts';
import type { Mutated } from '#shared/protocol/kept-change.ts';
import { mutatorNames, type MutatorArgs, type MutatorName } from '#shared/mutators/registry.ts';
import { insertUpload } from '../../attachments/upload.repo.ts';
import type { SimConsole } from '../processes/sim-console.ts';
import type { Rng } from '../random.ts';
import type { World } from '../world.ts';
import { onNode, pickRunning, type Action } from './action.ts';
import { drawCall, type SeenTicket } from './change-arguments.ts';
import { sendFile } from './send-file.ts';

const seenSql = 'select uid, status, assignee_id, last_reply_uid from ticket_view order by uid';

/** The tickets in a console's picture. */
export const ticketsOn = ({ replicaDisk }: SimConsole): SeenTicket[] => replicaDisk.read<SeenTicket>(seenSql);

const noTicket: SeenTicket = { uid: '', status: 'new', assignee_id: null, last_reply_uid: null };

const earlierSql = `select earlier.key from mutation earlier join mutation made on made.ticket_uid = earlier.ticket_uid
  where made.marker_uid = ? and earlier.id < made.id and earlier.state in ('pending', 'applied')`;

/** What a console answers is a promise: the change is kept, and it shows. */
function checkKept(world: World, console: SimConsole, made: Mutated | undefined, marker: string): void {
  if (made === undefined || !('id' in made) || !console.isUp) return;
  const kept = console.outboxDisk.read('select key from mutation where marker_uid = ?', marker);
  if (kept.length !== 1) world.report('NothingLost', `${console.name} says it kept ${marker}, and did not`);
  // What builds on a change that is at risk by now is at risk with it: the node decides about both.
  const earlier = console.outboxDisk.read(earlierSql, marker);
  if (earlier.length > 0) return;
  if (!console.hadDiskFault && !world.shownOn(console).has(marker)) {
    world.report('ReadYourWrites', `${console.name} does not show ${marker} that it kept`);
  }
}

/** Makes one change on a console, as its agent would. */
async function change(world: World, rng: Rng, name: MutatorName): Promise<void> {
  const console = pickRunning(world, rng);
  if (console === undefined) return;
  const seen = ticketsOn(console);
  const ticket = rng.pick(seen) ?? (name === 'ticket-create' ? noTicket : undefined);
  if (ticket === undefined) return;
  if (name === 'ticket-attach' && rng.chance(0.7)) {
    const sent = await sendFile(world, { console, ticket }, rng);
    if (sent !== null) checkKept(world, console, sent.made, sent.marker);
    return;
  }
  const draft = console.notes.drafts.get(ticket.uid);
  const isText = name === 'ticket-reply' || name === 'ticket-note';
  const text = isText && draft !== undefined && rng.chance(0.6) ? draft : `text ${rng.below(1_000_000)}`;
  const pickOther = (): SeenTicket | undefined => rng.pick(seen.filter(({ uid }) => uid !== ticket.uid));
  const call = drawCall(name, { ticket, pickOther, text }, rng);
  if (call === null) return;
  if (call.name === 'ticket-attach' && rng.chance(0.7)) await upload(world, console, call.args);
  world.note(`${console.name} makes ${name}`, JSON.stringify(call.args));
  const made = await console.call('mutate', {
    name: call.name,
    args: call.args as ConsoleArgs<'mutate'>['args'],
  });
  const marker = 'message_uid' in call.args ? call.args.message_uid : call.args.activity_uid;
  checkKept(world, console, made, marker);
  const isSent = made !== undefined && 'id' in made && isText && draft?.trim() === text.trim();
  if (isSent) console.notes.drafts.delete(ticket.uid);
  if (made === undefined) console.reconcileDrafts();
}

/** What is in the file was sent before; sometimes it was not, or got lost. */
async function upload(
  { node }: World,
  { userId }: SimConsole,
  { attachment_uid: uid, size_bytes, content_type }: MutatorArgs<'ticket-attach'>,
): Promise<void> {
  if (!node.isUp) return;
  const { database, clock } = node.services;
  const row = { uid, user_id: userId, content_hash: uid, content_type, size_bytes, created_at: clock.now() };
  await onNode(() => database.write((tx) => insertUpload(tx, row)));
}

const actionOf = (name: MutatorName, weight: number): Action => ({
  name,
  weight,
  run: (world, rng) => change(world, rng, name),
});

/** Those that came later stand at the end of the registry, and are rarer. */
const laterNames: readonly MutatorName[] = [
  'ticket-tags',
  'ticket-snooze',
  'ticket-follow',
  'ticket-merge',
  'ticket-unmerge',
  'ticket-attach',
];
const changes = mutatorNames
  .filter((name) => !laterNames.includes(name))
  .map((name) => actionOf(name, name === 'ticket-reply' ? 5 : 3));
export const laterChangeActions: readonly Action[] = laterNames.map((name) => actionOf(name, 1));

/** An agent ends a conflict, by one of the choices that are open. */
const resolveConflict: Action = {
  name: 'resolve-conflict',
  weight: 4,
  run: async (world, rng) => {
    const console = pickRunning(world, rng);
    const conflict = rng.pick((await console?.call('conflicts.list', {})) ?? []);
    const choice = rng.pick(conflict?.choices ?? []);
    if (console === undefined || conflict === undefined || choice === undefined) return;
    console.notes.resolvedIds.add(conflict.id);
    world.note(`${console.name} resolves ${conflict.name} by ${choice}`);
    await console.call('conflicts.resolve', { id: conflict.id, choice });
    const before = console.notes.drafts.get(conflict.ticket_uid) ?? '';
    console.reconcileDrafts(conflict.ticket_uid);
    const after = console.notes.drafts.get(conflict.ticket_uid) ?? '';
    const isKept = after.includes(before) || before.trim() === conflict.text?.trim();
    if (!isKept) world.report('NothingLost', `${console.name}: resolving took the draft "${before}"`);
  },
};

/** An agent writes on, and has not sent it yet. */
const saveDraft: Action = {
  name: 'save-draft',
  weight: 3,
  run: async (world, rng) => {
    const console = pickRunning(world, rng);
    const ticket = console === undefined ? undefined : rng.pick(ticketsOn(console));
    if (console === undefined || ticket === undefined) return;
    const text = rng.chance(0.1) ? '' : `draft ${rng.below(1_000_000)}`;
    const draft = {
      ticket_uid: ticket.uid,
      mode: 'reply' as const,
      text,
      seen_reply_uid: ticket.last_reply_uid,
    };
    const saved = await console.call('drafts.save', draft);
    if (saved === undefined) console.reconcileDrafts();
    else if (text === '') console.notes.drafts.delete(ticket.uid);
    else console.notes.drafts.set(ticket.uid, text);
  },
};

/** An agent opens a ticket and reads it. */
const openTicket: Action = {
  name: 'open-ticket',
  weight: 2,
  run: async (world, rng) => {
    const console = pickRunning(world, rng);
    const ticket = console === undefined ? undefined : rng.pick(ticketsOn(console));
    if (console === undefined || ticket === undefined) return;
    await console.call('tickets.get', { uid: ticket.uid });
    await console.call('tickets.markSeen', { uid: ticket.uid });
  },
};

export const changeActions: readonly Action[] = [...changes, resolveConflict, saveDraft, openTicket];
