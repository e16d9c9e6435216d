import { itemColumns } from '../model/columns.ts';
import { itemAudience } from '../model/item.ts';
import { looseEntities, type LooseEntity } from '../protocol/sync.ts';
import type { ReplicaTx } from './tables.ts';

/** Rows that hang on no ticket: few, and each shown or gone as a whole. */

/** Takes rows off this computer. */
export async function removeLoose(
  tx: ReplicaTx,
  goneByEntity: Readonly<Record<LooseEntity, ReadonlySet<string>>>,
): Promise<void> {
  for (const entity of looseEntities) {
    const uids = [...goneByEntity[entity]];
    if (uids.length > 0) await tx.deleteFrom(entity).where('uid', 'in', uids).execute();
  }
}

/** Takes away what none of these tokens may read; people and answers are everybody's on the staff. */
export async function purgeLoose(tx: ReplicaTx, scope: readonly string[]): Promise<void> {
  const held = new Set(scope);
  const items = await tx.selectFrom('item').select(itemColumns).execute();
  const lost = items.filter((item) => !itemAudience(item).some((token) => held.has(token)));
  const none = new Set<string>();
  await removeLoose(tx, { item: new Set(lost.map(({ uid }) => uid)), profile: none, faq: none });
}

/** Takes away the rows that a whole list does not name. */
export async function keepOnly(tx: ReplicaTx, entity: LooseEntity, uids: readonly string[]): Promise<void> {
  const named = new Set(uids);
  const rows = await tx.selectFrom(entity).select('uid').execute();
  const lost = rows.filter(({ uid }) => !named.has(uid)).map(({ uid }) => uid);
  if (lost.length > 0) await tx.deleteFrom(entity).where('uid', 'in', lost).execute();
}
