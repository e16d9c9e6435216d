import { itemAudience } from '#shared/model/item.ts';
import { staffAudience, type Token } from '#shared/model/permissions.ts';
import type { ConversationRows, SnapshotRows } from '#shared/protocol/rows.ts';
import type { Op } from '#shared/protocol/sync.ts';
import { unpackFrame } from '#shared/protocol/wire-frame.ts';
import type { CommittedChange } from '../../sync/change-feed.ts';
import type { Message } from '../network/channel.ts';
import type { Watched } from './watched.ts';
import { mayRead } from './desk-state.ts';
import type { Watcher } from './invariant.ts';

/** A row that a message tells of: of this ticket, or, where that is null, for these readers. */
interface Told {
  row: string;
  ticket: string | null;
  readers: readonly Token[];
}

/** A page of the snapshot, or one of conversations. */
type Page = Partial<SnapshotRows & ConversationRows>;

function toldBy(op: Op): Told[] {
  if (op.op === 'gone') return [];
  if (op.op === 'patch') return [{ row: op.uid, ticket: op.uid, readers: [] }];
  const { uid } = op.row;
  if (op.ent === 'item') return [{ row: uid, ticket: null, readers: itemAudience(op.row) }];
  if (op.ent === 'profile' || op.ent === 'faq') return [{ row: uid, ticket: null, readers: staffAudience }];
  return [{ row: uid, ticket: op.ent === 'ticket' ? uid : op.row.ticket_uid, readers: [] }];
}

function toldByPage({ profile, faq, item, ticket, message, activity, attachment }: Page): Told[] {
  const child = ({ uid, ticket_uid }: { uid: string[]; ticket_uid: string[] }): Told[] =>
    uid.map((row, index) => ({ row, ticket: ticket_uid[index] ?? null, readers: [] }));
  const ofStaff = (row: string): Told => ({ row, ticket: null, readers: staffAudience });
  const items = (item?.uid ?? []).map((row, index): Told => {
    const visibility = item?.visibility[index] ?? 'all';
    const [department = null, owner_id = 0] = [item?.department[index], item?.owner_id[index]];
    return { row, ticket: null, readers: itemAudience({ visibility, department, owner_id }) };
  });
  return [
    ...[...(profile?.uid ?? []), ...(faq?.uid ?? [])].map(ofStaff),
    ...items,
    ...(ticket?.uid ?? []).map((row) => ({ row, ticket: row, readers: [] })),
    ...(message === undefined ? [] : child(message)),
    ...(activity === undefined ? [] : child(activity)),
    ...(attachment === undefined ? [] : child(attachment)),
  ];
}

function contentOf({ kind, text }: Message): { frameTo: number | null; told: Told[] } {
  const data = JSON.parse(text) as { value?: { ops?: Op[]; rows?: Page } };
  const frame = kind === 'frame' ? unpackFrame(data) : null;
  const rows = data.value?.rows;
  const ops = frame?.ops ?? data.value?.ops ?? [];
  return {
    frameTo: frame?.to ?? null,
    told: [...ops.flatMap(toldBy), ...(rows === undefined ? [] : toldByPage(rows))],
  };
}

/**
 * NoLeak: nothing is sent to a user who may not see it at that moment. An answer may show what was visible at any
 * moment while it was prepared; a frame only what its own commit made visible.
 */
export class NoLeak implements Watcher {
  readonly #world: Watched;
  #readersAtStart = new Map<string, readonly Token[]>();
  #tokensAtStart: ReadonlyMap<number, ReadonlySet<Token>> = new Map();
  #changes: { seq: number; uid: string; tokens: readonly Token[] }[] = [];

  constructor(world: Watched) {
    this.#world = world;
    this.#remember();
  }

  /** Called for each change that the node commits, before anything of it is sent. */
  onCommitted({ seq, tokens, gone }: CommittedChange): void {
    if (gone.op === 'gone' && gone.ent === 'ticket') this.#changes.push({ seq, uid: gone.uid, tokens });
  }

  onSend(userId: number, message: Message): void {
    const { frameTo, told } = contentOf(message);
    if (told.length === 0) return;
    const held = this.#heldBy(userId);
    for (const { row, ticket, readers } of told) {
      const isAllowed =
        ticket === null
          ? mayRead(held, readers)
          : this.#readersOf(ticket, frameTo).some((tokens) => mayRead(held, tokens));
      if (!isAllowed) {
        this.#world.report('NoLeak', `user ${userId} was sent ${row} of ticket ${ticket ?? '-'}`);
      }
    }
  }

  #heldBy(userId: number): ReadonlySet<Token> {
    const before = this.#tokensAtStart.get(userId) ?? [];
    return new Set([...before, ...(this.#world.desk.state.tokensByUser.get(userId) ?? [])]);
  }

  #readersOf(uid: string, frameTo: number | null): (readonly Token[])[] {
    const during = this.#changes.filter((change) => change.uid === uid);
    const atStart = this.#readersAtStart.get(uid) ?? [];
    if (frameTo === null) {
      const now = this.#world.desk.state.ticketByUid.get(uid)?.tokens ?? [];
      return [atStart, now, ...during.map((change) => change.tokens)];
    }
    const own = during.findLast((change) => change.seq <= frameTo);
    return [own?.tokens ?? atStart];
  }

  /** What a console holds is within the scope that it knows of: what it lost is gone from its tables. */
  afterStep(): void {
    for (const console of this.#world.consoles) {
      const replica = this.#world.replicaOf(console);
      if (!replica.isChanged || replica.scope === null) continue;
      const scope = new Set(replica.scope);
      const [orphan] = console.isUp && !console.hadDiskFault ? replica.orphans : [];
      if (orphan !== undefined) {
        this.#world.report('NoLeak', `${console.name} keeps something of ticket ${orphan}, which left`);
      }
      for (const item of replica.items) {
        if (mayRead(scope, itemAudience(item))) continue;
        this.#world.report('NoLeak', `${console.name} holds item ${item.uid}, which is not for its user`);
      }
      for (const { uid, aud } of replica.tickets) {
        if (mayRead(scope, aud.split(' '))) continue;
        this.#world.report(
          'NoLeak',
          `${console.name} holds ticket ${uid} (${aud}) outside ${replica.scope.join(' ')}`,
        );
      }
    }
    this.#remember();
  }

  #remember(): void {
    const { state } = this.#world.desk;
    this.#readersAtStart = new Map([...state.ticketByUid].map(([uid, { tokens }]) => [uid, tokens]));
    this.#tokensAtStart = state.tokensByUser;
    this.#changes = [];
  }
}
