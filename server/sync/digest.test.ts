import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { ticketColumns } from '#shared/model/columns.ts';
import { createLiveDesk, isLive, move, uidsOf } from '../testing/live-desk.ts';
import { readDigests, readManifest } from './digest.service.ts';

/** The first comparison and its second look come after seven seconds. */
const patient = { timeout: 12_000, interval: 100 };

test('a console whose rows were damaged finds out, and fetches only what differs', async () => {
  await using desk = await createLiveDesk();
  const { agent, outsider, superAdmin } = desk.users;
  const [older, lost, whole] = [
    await desk.createTicket({ subject: 'Older', assigneeId: agent.id }),
    await desk.createTicket({ subject: 'Lost', assigneeId: agent.id }),
    await desk.createTicket({ subject: 'Whole', assigneeId: agent.id }),
  ];
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  await move(desk, admins, whole, 'new', 'in_progress');
  await vi.waitFor(async () => {
    expect((await agents.call('tickets.get', { uid: whole.uid }))?.ticket.status).toBe('in_progress');
  }, patient);
  const file = new Database(join(agents.folder, 'replica.db'));
  file.exec(`UPDATE ticket SET ver = ver - 1, subject = 'Stale' WHERE uid = '${older.uid}'`);
  file.exec(`DELETE FROM ticket WHERE uid = '${lost.uid}'`);
  const ghost = { uid: `'${desk.services.mintUid()}'`, id: '999', subject: "'Ghost'" };
  const values = { ...Object.fromEntries(ticketColumns.map((name) => [name, name])), ...ghost };
  const names = Object.keys(values).join(', ');
  file.exec(`INSERT INTO ticket (${names}, aud)
    SELECT ${Object.values(values).join(', ')}, aud FROM ticket WHERE uid = '${older.uid}'`);
  file.close();
  agents.received.length = 0;

  await vi.waitFor(async () => {
    const { items } = await agents.call('tickets.list', { view: 'open', after: null, limit: 10 });
    const subjects = items.map(({ ticket }) => ticket.subject).toSorted();
    expect(subjects).toEqual(['Lost', 'Older', 'Whole']);
  }, patient);
  await isLive(agents);
  expect(agents.received.join('\n')).not.toContain(whole.uid);
  expect(await uidsOf(admins)).toHaveLength(3);

  const { audiences } = await readDigests(desk.services.database, outsider);
  expect(audiences).toEqual([]);
  await expect(readManifest(desk.services.database, outsider, `admin u:${agent.id}`)).rejects.toMatchObject({
    kind: 'forbidden',
  });
}, 30_000);
