import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createLiveDesk, isLive, note, seesTexts, uidsOf } from '../testing/live-desk.ts';

const pageBytes = 4_096;

/** In the middle of the file: damage at its beginning would be known at once. */
function damage(file: string, table: string): void {
  const connection = new Database(file, { readonly: true });
  const root = connection
    .prepare<[string], number>('select rootpage from sqlite_schema where name = ?')
    .pluck()
    .get(table);
  connection.close();
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, ((root ?? 1) - 1) * pageBytes);
  closeSync(descriptor);
}

// Overlays are read at each start, the rest when it is looked at.
test.each(['ticket', 'message_overlay', 'message'])(
  'a copy whose %s rows are damaged is fetched anew, what was kept is sent, and earlier drafts stay',
  async (table) => {
    await using desk = await createLiveDesk();
    const { agent } = desk.users;
    const ticket = await desk.createTicket({ assigneeId: agent.id });
    const agents = await desk.open(agent.username);
    agents.cut();
    await note(desk, agents, ticket, 'Kept while offline');
    const draft = { ticket_uid: ticket.uid, mode: 'reply', seen_reply_uid: null } as const;
    await agents.call('drafts.save', { ...draft, text: 'Let go of' });
    await agents.call('drafts.save', { ...draft, text: '' });
    await agents.replica.close();
    damage(join(agents.folder, 'replica.db'), table);

    agents.mend();
    await agents.restart();

    await isLive(agents);
    expect(await uidsOf(agents)).toEqual([ticket.uid]);
    await seesTexts(agents, ticket.uid, ['Kept while offline']);
    expect(await agents.call('drafts.earlier', { ticket_uid: ticket.uid })).toMatchObject([
      { text: 'Let go of' },
    ]);
  },
);
