import { itemAudience } from '#shared/model/item.ts';
import type { Token } from '#shared/model/permissions.ts';
import { looseEntities, type LooseEntity, type Op } from '#shared/protocol/sync.ts';
import type { Db } from '../database/handles.ts';
import { findItemsByIds, listItemUids } from '../items/item.repo.ts';
import { findFaqRowsByIds } from '../knowledge/faq.repo.ts';
import { findProfilesByIds, listProfileUids } from '../users/profile.repo.ts';
import type { ChangedRow } from './pull.repo.ts';

/** Rows as a reader may see them now; what is asked for and not among them is gone. */
type Reads = {
  [Entity in LooseEntity]: {
    find: (
      db: Db,
      ids: readonly number[],
      scope: ReadonlySet<Token>,
    ) => Promise<Extract<Op, { ent: Entity; op: 'put' }>['row'][]>;
    listUids: (db: Db, ids: readonly number[]) => Promise<string[]>;
  };
};

const reads: Reads = {
  profile: { find: findProfilesByIds, listUids: listProfileUids },
  item: {
    find: async (db, ids, scope) =>
      (await findItemsByIds(db, ids)).filter((item) => itemAudience(item).some((token) => scope.has(token))),
    listUids: listItemUids,
  },
  // An answer is switched off, never deleted.
  faq: { find: findFaqRowsByIds, listUids: () => Promise.resolve([]) },
};

/** What became of changed rows that hang on no ticket. */
export async function looseOps(
  db: Db,
  changed: readonly ChangedRow[],
  scope: ReadonlySet<Token>,
): Promise<Op[]> {
  const ops: Op[] = [];
  for (const ent of looseEntities) {
    const ids = changed.filter((row) => row.ent === ent).map((row) => row.row_id);
    const { find, listUids } = reads[ent];
    const rows = await find(db, ids, scope);
    const present = new Set(rows.map(({ id }) => id));
    const goneUids = await listUids(
      db,
      ids.filter((id) => !present.has(id)),
    );
    ops.push(
      ...rows.map((row) => ({ op: 'put', ent, row }) as Op),
      ...goneUids.map((uid): Op => ({ op: 'gone', ent, uid })),
    );
  }
  return ops;
}
