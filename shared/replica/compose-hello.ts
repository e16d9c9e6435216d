import { protocolVersion, type Hello } from '../protocol/sync.ts';
import { readMeta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import type { ReplicaDb } from './tables.ts';

/** Who this console is and how far it has come. */
export async function composeHello({ db, outbox }: { db: ReplicaDb; outbox: Outbox }): Promise<Hello> {
  const { epoch, cursor, scope, boot } = await readMeta(db);
  return {
    protocol: protocolVersion,
    client_id: outbox.identity?.clientId ?? '',
    epoch,
    // A snapshot that was stopped must go on: until then a cursor would promise too much.
    cursor: boot === null ? cursor : null,
    scope,
    acked_mid: await outbox.ackedMid(),
  };
}
