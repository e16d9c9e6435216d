import { priorities } from '#shared/model/priority.ts';
import { loadSigningSecret } from '../../config/signing-secret.ts';
import { openDatabase } from '../../database/database.ts';
import { sqliteDialect } from '../../database/dialects/sqlite.ts';
import { createServices } from '../../services.ts';
import { readHead } from '../../sync/change-log.repo.ts';
import { findTicketsByIds } from '../../tickets/ticket.repo.ts';
import type { SeededDesk } from './seed-desk.ts';

const ticketsPerWrite = 100;

/**
 * Changes a desk whose node is down, through the writer that the node uses: another priority on each of the first
 * `tickets` tickets in turn, until the log has grown by `entries`.
 */
export async function writeEntries(
  { dataDir, file, admin }: SeededDesk,
  { entries, tickets }: { entries: number; tickets: number },
): Promise<void> {
  const database = await openDatabase(sqliteDialect(file), (error) => {
    throw error;
  });
  try {
    const services = createServices(database, { signingSecret: loadSigningSecret(dataDir), passwordCost: 4 });
    const { ticketWriter, mintUid, clock } = services;
    const { seq: first } = await readHead(database.db);
    let last = first;
    for (let from = 0; last - first < entries; from = (from + ticketsPerWrite) % tickets) {
      last = await database.write(async (tx) => {
        const ids = Array.from({ length: ticketsPerWrite }, (_unused, index) => from + index + 1);
        const now = clock.now();
        let seq = 0;
        for (const before of await findTicketsByIds(tx.db, ids)) {
          const to = priorities.find((priority) => priority !== before.priority) ?? before.priority;
          const activity = {
            uid: mintUid(),
            id: null,
            ver: 1,
            ticket_uid: before.uid,
            actor_id: admin.id,
            actor_name: admin.full_name,
            kind: 'priority_updated',
            from_value: before.priority,
            to_value: to,
            message_uid: null,
            data: '{}',
            created_at: now,
          } as const;
          const changes = { set: { priority: to }, messages: [], activities: [activity] };
          ({ seq } = await ticketWriter.write(tx, before, changes, { now, origin: 'v1' }));
        }
        return seq;
      });
    }
  } finally {
    await database.close();
  }
}
