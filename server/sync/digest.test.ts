import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
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
  file.exec(`INSERT INTO ticket SELECT '${desk.services.mintUid()}', 999, ver, code, 'Ghost', description, status,
    priority, category, source, tags, requester_id, requester_name, requester_email, phone_number, merchant_id,
    assignee_id, assignee_ids, assigned_at, auto_assigned, reassignment_count, response_due_at, response_due_manual,
    resolution_due_at, first_responded_at, opened_at, started_at, resolved_at, closed_at, resolution_notes,
    last_reply_uid, last_message_at, last_message_text, last_message_sender, created_at, updated_at, aud
    FROM ticket WHERE uid = '${older.uid}'`);
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
