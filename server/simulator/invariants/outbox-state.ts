import type { SimConsole } from '../processes/sim-console.ts';

export interface KeptRow {
  id: number;
  key: string;
  mid: number;
  user_id: number;
  name: string;
  ticket_uid: string;
  marker_uid: string;
  state: 'pending' | 'applied' | 'confirmed' | 'refused' | 'resolved';
  args: string;
  decided_seq: number | null;
  created_at: number;
}

export interface DraftRow {
  ticket_uid: string;
  text: string;
}

/** A console's own work as it lies on its disk. */
export interface OutboxState {
  isChanged: boolean;
  kept: readonly KeptRow[];
  drafts: readonly DraftRow[];
}

const keptSql = `select id, key, mid, user_id, name, ticket_uid, marker_uid, state, args, decided_seq, created_at
  from mutation order by id`;

/** Reads a console's outbox when it may have changed since the last step. */
export class OutboxReader {
  readonly #console: SimConsole;
  #writes = -1;
  state: OutboxState = { isChanged: false, kept: [], drafts: [] };

  constructor(console: SimConsole) {
    this.#console = console;
  }

  refresh(): void {
    const disk = this.#console.outboxDisk;
    if (disk.writes === this.#writes || disk.isInTransaction) {
      this.state = { ...this.state, isChanged: false };
      return;
    }
    this.#writes = disk.writes;
    const [made] = disk.read<{ n: number }>("select count(*) as n from sqlite_master where name = 'draft'");
    this.state =
      made?.n === 1
        ? {
            isChanged: true,
            kept: disk.read<KeptRow>(keptSql),
            drafts: disk.read<DraftRow>('select ticket_uid, text from draft'),
          }
        : { isChanged: true, kept: [], drafts: [] };
  }
}
