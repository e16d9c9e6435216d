import { tokensOf, type Token } from '#shared/model/permissions.ts';
import type { RuleSet } from '#shared/model/rule-set.ts';
import type { Actor, ProfileRow } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handles.ts';
import { listHistory, type HistoryEntry } from '../tickets/ticket-history.repo.ts';
import { listTicketsByIds, type ListedTicket } from '../tickets/ticket-list.repo.ts';
import type { Reader, StoredMessage } from '../tickets/ticket-read.service.ts';
import { listMessages, type StoredTicket } from '../tickets/ticket.repo.ts';
import { findProfilesByIds } from '../users/profile.repo.ts';
import { readHead } from './change-log.repo.ts';
import { findPageEnd, listChangedRows, listTicketCodes, type ChangedRow } from './pull.repo.ts';
import { readByVisibility } from './visible-ops.ts';

/** A place in the change log of one incarnation of the database. */
export interface ChangeCursor {
  epoch: string;
  seq: number;
}

/** One thing as it is now, or that the reader may not see it any more. */
export type Change =
  | {
      kind: 'ticket';
      ticket: StoredTicket;
      listed: ListedTicket;
      /** What is new of it; everything, when the reader may see the ticket only now. */
      messages: StoredMessage[];
      history: HistoryEntry[];
    }
  | { kind: 'ticket_gone'; id: number; code: string }
  | { kind: 'profile'; profile: ProfileRow }
  | { kind: 'profile_gone'; id: number };

export interface ChangesPage {
  /** In the order of their newest change. */
  changes: Change[];
  cursor: ChangeCursor;
  hasMore: boolean;
}

export type ChangesOutcome =
  | { kind: 'page'; page: ChangesPage }
  | { kind: 'forbidden' }
  /** Compacted away, or of a database that was replaced by a backup. */
  | { kind: 'cursor_lost' };

interface Placed {
  seq: number;
  change: Change;
}

/** By which the actor reads the log, under the rules of the surface that asks. */
function tokensUnder(actor: Actor, { agentScope }: RuleSet): Token[] {
  const tokens = tokensOf(actor);
  return agentScope === 'assigned' ? tokens.filter((token) => !token.startsWith('q:')) : tokens;
}

/** The change log for programs: the same numbers that consoles count by. */
export class ChangesService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What changed after the cursor, about `limit` entries of the log; without a cursor, where to begin. */
  read({ actor, rules }: Reader, cursor: ChangeCursor | undefined, limit: number): Promise<ChangesOutcome> {
    return this.#database.readAtOnce(async (db): Promise<ChangesOutcome> => {
      const { seq: head, min_seq, epoch } = await readHead(db);
      const tokens = tokensUnder(actor, rules);
      if (tokens.length === 0) return { kind: 'forbidden' };
      if (cursor === undefined) {
        return { kind: 'page', page: { changes: [], cursor: { epoch, seq: head }, hasMore: false } };
      }
      const { seq } = cursor;
      if (cursor.epoch !== epoch || seq < min_seq || seq > head) return { kind: 'cursor_lost' };
      const end = await findPageEnd(db, { cursor: seq, head }, tokens, limit);
      const rows = await listChangedRows(db, { cursor: seq, head: end }, tokens);
      const placed = [
        ...(await profileChanges(db, rows)),
        ...(await ticketChanges(db, rows, new Set(tokens))),
      ];
      const changes = placed.toSorted((a, b) => a.seq - b.seq).map(({ change }) => change);
      return { kind: 'page', page: { changes, cursor: { epoch, seq: end }, hasMore: end < head } };
    });
  }
}

async function profileChanges(db: Db, rows: readonly ChangedRow[]): Promise<Placed[]> {
  const seqById = new Map(
    rows.filter(({ ent }) => ent === 'profile').map((row) => [row.row_id, row.last_seq]),
  );
  const profiles = await findProfilesByIds(db, [...seqById.keys()]);
  const profileById = new Map(profiles.map((profile) => [profile.id, profile]));
  return [...seqById].map(([id, seq]) => {
    const profile = profileById.get(id);
    return {
      seq,
      change: profile === undefined ? { kind: 'profile_gone', id } : { kind: 'profile', profile },
    };
  });
}

async function ticketChanges(
  db: Db,
  rows: readonly ChangedRow[],
  scope: ReadonlySet<Token>,
): Promise<Placed[]> {
  const rowsByTicket = Map.groupBy(
    rows.filter((row) => row.ticket_id !== null),
    ({ ticket_id }) => ticket_id ?? 0,
  );
  const seqOf = (id: number): number => Math.max(...(rowsByTicket.get(id) ?? []).map((row) => row.last_seq));
  const { visible, hiddenIds } = await readByVisibility(db, [...rowsByTicket.keys()], scope);
  const ids = visible.map(({ id }) => id);
  const listedById = new Map((await listTicketsByIds(db, ids)).map((listed) => [listed.id, listed]));
  const messagesByUid = Map.groupBy(await listMessages(db, ids), ({ ticket_uid }) => ticket_uid);
  const placed: Placed[] = [];
  for (const ticket of visible) {
    const listed = listedById.get(ticket.id);
    const own = rowsByTicket.get(ticket.id) ?? [];
    if (listed === undefined) continue;
    const isWhole = own.some(({ has_moved }) => has_moved === 1);
    const changedIds = (ent: ChangedRow['ent']): Set<number> =>
      new Set(own.filter((row) => row.ent === ent).map((row) => row.row_id));
    const [messageIds, activityIds] = [changedIds('message'), changedIds('activity')];
    const history = isWhole || activityIds.size > 0 ? (await listHistory(db, ticket.id)).toReversed() : [];
    const change = {
      kind: 'ticket',
      ticket,
      listed,
      messages: (messagesByUid.get(ticket.uid) ?? []).filter(({ id }) => isWhole || messageIds.has(id)),
      history: history.filter(({ id }) => isWhole || activityIds.has(id)),
    } as const;
    placed.push({ seq: seqOf(ticket.id), change });
  }
  for (const { id, code } of await listTicketCodes(db, hiddenIds)) {
    placed.push({ seq: seqOf(id), change: { kind: 'ticket_gone', id, code } });
  }
  return placed;
}
