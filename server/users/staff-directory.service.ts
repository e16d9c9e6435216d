import type { Status } from '#shared/model/status.ts';
import type { Database } from '../database/database.ts';
import { countByAssigneeAndStatus } from '../tickets/ticket-count.repo.ts';
import { findUser, listUsers, type UserRecord } from './user.repo.ts';

const staffRoles = ['super_admin', 'admin', 'agent'] as const;

/** More than any desk has. */
const maxStaff = 5_000;

export interface StaffMember {
  user: UserRecord;
  /** Tickets of which they are the first assignee. */
  ticketsByStatus: ReadonlyMap<Status, number>;
}

/** Everybody who works here, with what is on their desks: for admins, which the caller has checked. */
export class StaffDirectory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In the order of their names. */
  list(): Promise<StaffMember[]> {
    return this.#database.readAtOnce(async (db) => {
      const users = await listUsers(db, { roles: staffRoles }, { limit: maxStaff, offset: 0 });
      const counts = await countByAssigneeAndStatus(
        db,
        users.map(({ id }) => id),
      );
      const byId = Map.groupBy(counts, ({ assignee_id }) => assignee_id);
      return users
        .map((user) => ({ user, ticketsByStatus: tally(byId.get(user.id) ?? []) }))
        .toSorted((a, b) => a.user.full_name.localeCompare(b.user.full_name));
    });
  }

  /** Null when there is no such member of staff. */
  async find(id: number): Promise<StaffMember | null> {
    const { db } = this.#database;
    const user = await findUser(db, id);
    if (user === null || user.role === 'customer') return null;
    return { user, ticketsByStatus: tally(await countByAssigneeAndStatus(db, [id])) };
  }
}

const tally = (counts: readonly { status: Status; tickets: number }[]): ReadonlyMap<Status, number> =>
  new Map(counts.map(({ status, tickets }) => [status, tickets]));
