import { ticketAudience, tokensOf, type Token } from '#shared/model/permissions.ts';
import type { Department } from '#shared/model/department.ts';
import type { Role } from '#shared/model/user.ts';
import type { Disk } from '../storage/disk.ts';

export interface DeskTicket {
  id: number;
  uid: string;
  ver: number;
  tokens: readonly Token[];
  /** The last log entry that names it. */
  seq: number;
  messages: number;
  activities: number;
}

/** The node's committed data, read past the product. */
export interface DeskState {
  epoch: string;
  head: number;
  /** Below it the log has been dropped. */
  minSeq: number;
  tokensByUser: ReadonlyMap<number, ReadonlySet<Token>>;
  activeUsers: ReadonlySet<number>;
  ticketByUid: ReadonlyMap<string, DeskTicket>;
  /** JSON outcome by mutation key. */
  outcomeByKey: ReadonlyMap<string, { client_id: string; mid: number; outcome: string }>;
  clients: ReadonlyMap<string, { last_mid: number; acked_mid: number }>;
}

interface UserFacts {
  id: number;
  role: Role;
  department: Department | null;
  is_active: number;
  is_approved: number;
}

const ticketSql = `select id, uid, ver, category, assignee_ids,
  (select coalesce(max(seq), 0) from change_log l where l.ticket_id = ticket.id) as seq,
  (select count(*) from message m where m.ticket_id = ticket.id) as messages,
  (select count(*) from activity a where a.ticket_id = ticket.id) as activities
  from ticket where deleted_at is null order by id`;

type TicketFacts = Omit<DeskTicket, 'tokens'> & { category: Department; assignee_ids: string };

function read(disk: Disk): DeskState {
  const [head] = disk.read<{ seq: number; min_seq: number; epoch: string }>(
    'select seq, min_seq, epoch from sync_head',
  );
  const users = disk.read<UserFacts>('select id, role, department, is_active, is_approved from user');
  const tickets = disk.read<TicketFacts>(ticketSql).map(({ category, assignee_ids, ...ticket }) => ({
    ...ticket,
    tokens: ticketAudience({ category, assignee_ids: JSON.parse(assignee_ids) as number[] }),
  }));
  const results = disk.read<{ client_id: string; mid: number; key: string; outcome: string }>(
    'select client_id, mid, key, outcome from mutation_result',
  );
  const clients = disk.read<{ id: string; last_mid: number; acked_mid: number }>(
    'select id, last_mid, acked_mid from sync_client',
  );
  return {
    epoch: head?.epoch ?? '',
    head: head?.seq ?? 0,
    minSeq: head?.min_seq ?? 0,
    tokensByUser: new Map(
      users.map((user) => [
        user.id,
        new Set(
          tokensOf({
            ...user,
            username: '',
            full_name: '',
            is_active: user.is_active === 1,
            is_approved: user.is_approved === 1,
          }),
        ),
      ]),
    ),
    activeUsers: new Set(users.filter((user) => user.is_active === 1).map((user) => user.id)),
    ticketByUid: new Map(tickets.map((ticket) => [ticket.uid, ticket])),
    outcomeByKey: new Map(results.map(({ key, ...rest }) => [key, rest])),
    clients: new Map(clients.map(({ id, ...rest }) => [id, rest])),
  };
}

/** Reads the node's data when it may have changed since the last time. */
export class DeskReader {
  readonly #disk: Disk;
  #writes = -1;
  #state: DeskState | null = null;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** What is committed; inside a transaction the last state that was read. */
  get state(): DeskState {
    if (this.#state === null || (this.#writes !== this.#disk.writes && !this.#disk.isInTransaction)) {
      this.#state = read(this.#disk);
      this.#writes = this.#disk.writes;
    }
    return this.#state;
  }
}

export const mayRead = (held: ReadonlySet<Token>, tokens: readonly Token[]): boolean =>
  tokens.some((token) => held.has(token));
