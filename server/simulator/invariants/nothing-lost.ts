import type { SimConsole } from '../processes/sim-console.ts';
import type { Watched } from './watched.ts';
import type { Watcher } from './invariant.ts';
import type { DraftRow, KeptRow, OutboxState } from './outbox-state.ts';

/** Where a change may go from each state without its author's doing. */
const nextStates: Record<KeptRow['state'], readonly KeptRow['state'][]> = {
  pending: ['pending', 'applied', 'confirmed', 'refused'],
  applied: ['applied', 'confirmed'],
  // A power cut may take the newest rows out of the replica's file: the change waits for them once more.
  confirmed: ['confirmed', 'applied'],
  refused: ['refused'],
  resolved: ['resolved'],
};

interface SentFile {
  uid: string;
  on_message_uid: string | null;
}

const sentFilesSql = `select file.uid, file.on_message_uid from file join mutation on mutation.id = file.mutation_id
  where file.state = 'sent' and mutation.state = 'confirmed'`;
const attachedSql = `select message.uid as message_uid from attachment
  left join message on message.id = attachment.message_id where attachment.uid = ?`;

/** Back among those to send: a node restored from a backup may lack what it had decided. */
const sentAgain: readonly KeptRow['state'][] = ['applied', 'confirmed'];

/**
 * NothingLost: every change that a console took is still there, waiting, decided or in conflict, until it is confirmed
 * or its author ended it; every draft says what its author wrote last, and what they asked to keep of it is kept.
 */
export class NothingLost implements Watcher {
  readonly #world: Watched;
  readonly #stateByKey = new Map<string, Map<string, KeptRow['state']>>();
  #restores = 0;

  constructor(world: Watched) {
    this.#world = world;
  }

  onRestore(): void {
    this.#restores += 1;
  }

  afterStep(): void {
    for (const console of this.#world.consoles) {
      const outbox = this.#world.outboxOf(console);
      if (!outbox.isChanged) continue;
      this.#compare(console, outbox.kept);
      this.#findLostDrafts(console, outbox);
    }
  }

  #findLostDrafts({ name, notes, outboxDisk }: SimConsole, { drafts }: OutboxState): void {
    for (const [uid, text] of notes.drafts) {
      const found = drafts.find((draft) => draft.ticket_uid === uid);
      if (found?.text !== text) {
        this.#world.report(
          'NothingLost',
          `${name}: the draft on ${uid} is "${found?.text ?? ''}", not "${text}"`,
        );
      }
    }
    if (notes.earlier.size === 0) return;
    const versions = outboxDisk.read<DraftRow>('select ticket_uid, text from draft_version');
    for (const [uid, text] of notes.earlier) {
      if (versions.some((version) => version.ticket_uid === uid && version.text === text)) continue;
      this.#world.report('NothingLost', `${name}: the version "${text}" of a draft on ${uid} is gone`);
    }
  }

  #compare(console: SimConsole, kept: readonly KeptRow[]): void {
    const before = this.#stateByKey.get(console.name) ?? new Map<string, KeptRow['state']>();
    const now = new Map(kept.map((row) => [row.key, row]));
    for (const [key, state] of before) {
      const row = now.get(key);
      if (row === undefined) {
        const isOld = (state === 'confirmed' || state === 'resolved') && console.notes.mayForget;
        if (!isOld)
          this.#world.report(
            'NothingLost',
            `${console.name}: change ${key} (${state}) is not there any more`,
          );
        else before.delete(key);
      } else if (!this.#mayBecome(console, row, state)) {
        this.#world.report(
          'NothingLost',
          `${console.name}: change ${row.name} ${key} went from ${state} to ${row.state}`,
        );
      }
    }
    for (const row of kept) before.set(row.key, row.state);
    this.#stateByKey.set(console.name, before);
  }

  #mayBecome(console: SimConsole, row: KeptRow, state: KeptRow['state']): boolean {
    if (nextStates[state].includes(row.state)) return true;
    // What a restored node lacks of a file is sent again by itself, ahead of a new change.
    const isFile = row.name === 'ticket-attach' && this.#restores > 0;
    if (row.state === 'resolved') return isFile || console.notes.resolvedIds.has(row.id);
    return row.state === 'pending' && sentAgain.includes(state) && this.#restores > 0;
  }

  /** Everything was sent: nothing of a user who may act still waits, and what counts as made is on the node. */
  atRest(): void {
    const { desk, consoles } = this.#world;
    for (const console of consoles) {
      if (!desk.state.activeUsers.has(console.userId)) continue;
      this.#findLostFiles(console);
      for (const row of this.#world.outboxOf(console).kept) {
        if (row.state === 'pending' || row.state === 'applied') {
          this.#world.report(
            'Progress',
            `${console.name}: change ${row.name} ${row.key} is still ${row.state}`,
          );
        }
        if (row.state === 'confirmed' && !desk.state.outcomeByKey.has(row.key)) {
          this.#world.report(
            'NothingLost',
            `${console.name}: change ${row.name} ${row.key} is confirmed, the node lacks it`,
          );
        }
      }
    }
  }

  /** A file whose change is confirmed is on its ticket, after the message that it came with. */
  #findLostFiles(console: SimConsole): void {
    const { node } = this.#world;
    for (const { uid, on_message_uid } of console.outboxDisk.read<SentFile>(sentFilesSql)) {
      const [found] = node.disk.read<{ message_uid: string | null }>(attachedSql, uid);
      if (found === undefined)
        this.#world.report('NothingLost', `${console.name}: file ${uid} is confirmed, the node lacks it`);
      else if (found.message_uid !== on_message_uid)
        this.#world.report('ProgramOrder', `${console.name}: file ${uid} came without its message`);
    }
  }
}
