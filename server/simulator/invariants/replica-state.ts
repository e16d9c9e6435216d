import type { ItemRow } from '#shared/model/item.ts';
import type { SimConsole } from '../processes/sim-console.ts';

export interface HeldTicket {
  uid: string;
  ver: number;
  aud: string;
  messages: number;
  activities: number;
  /** 1 while its conversation is still to be fetched. */
  isBare: number;
}

/** Of an item, who may read it. */
export type HeldItem = Pick<ItemRow, 'uid' | 'visibility' | 'department' | 'owner_id'>;

/** A console's copy as it lies on its disk, read past the product. */
export interface ReplicaState {
  /** Whether anything may be different from the state that was read before. */
  isChanged: boolean;
  cursor: number | null;
  epoch: string | null;
  scope: string[] | null;
  isBooting: boolean;
  tickets: readonly HeldTicket[];
  items: readonly HeldItem[];
  /** Tickets that are the node's and no longer here, of which a prediction or a row is left. */
  orphans: readonly string[];
}

const nothing: ReplicaState = {
  isChanged: false,
  cursor: null,
  epoch: null,
  scope: null,
  isBooting: false,
  tickets: [],
  items: [],
  orphans: [],
};

const ticketSql = `select uid, ver, aud,
  (select count(*) from message m where m.ticket_uid = ticket.uid) as messages,
  (select count(*) from activity a where a.ticket_uid = ticket.uid) as activities,
  exists (select 1 from bare_ticket b where b.uid = ticket.uid) as isBare from ticket`;

const orphanSql = `
  select uid from ticket_overlay where id is not null and uid not in (select uid from ticket)
  union select ticket_uid from message where ticket_uid not in (select uid from ticket)
  union select ticket_uid from activity where ticket_uid not in (select uid from ticket)`;

/** Reads a console's copy when it may have changed since the last step. */
export class ReplicaReader {
  readonly #console: SimConsole;
  #writes = -1;
  state = nothing;

  constructor(console: SimConsole) {
    this.#console = console;
  }

  /** Called once after each step. */
  refresh(): void {
    const disk = this.#console.replicaDisk;
    if (disk.writes === this.#writes || disk.isInTransaction) {
      this.state = { ...this.state, isChanged: false };
      return;
    }
    this.#writes = disk.writes;
    const [made] = disk.read<{ n: number }>("select count(*) as n from sqlite_master where name = 'meta'");
    if (made?.n !== 1) {
      this.state = { ...nothing, isChanged: true };
      return;
    }
    const meta = new Map(
      disk
        .read<{ key: string; value: string }>('select key, value from meta')
        .map(({ key, value }) => [key, JSON.parse(value) as unknown]),
    );
    this.state = {
      isChanged: true,
      cursor: (meta.get('cursor') ?? null) as number | null,
      epoch: (meta.get('epoch') ?? null) as string | null,
      scope: (meta.get('scope') ?? null) as string[] | null,
      isBooting: (meta.get('boot') ?? null) !== null,
      tickets: disk.read<HeldTicket>(ticketSql),
      items: disk.read<HeldItem>('select uid, visibility, department, owner_id from item'),
      orphans: disk.read<{ uid: string }>(orphanSql).map(({ uid }) => uid),
    };
  }
}
