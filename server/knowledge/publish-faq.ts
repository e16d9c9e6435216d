import { staffAudience } from '#shared/model/permissions.ts';
import type { Tx } from '../database/handles.ts';
import type { RowPublisher } from '../sync/row-publisher.ts';
import { findFaqRowsByIds } from './faq.repo.ts';

/** Tells every console of an answer as it stands now, in the transaction that wrote it. */
export async function publishFaq(tx: Tx, publisher: RowPublisher, id: number, now: number): Promise<void> {
  const [row] = await findFaqRowsByIds(tx.db, [id]);
  if (row === undefined) throw new Error(`The answer ${id} is not there after it was written`);
  const op = { op: 'put', ent: 'faq', row } as const;
  await publisher.publish(tx, { ent: 'faq', id, uid: row.uid, op, tokens: staffAudience }, now);
}
