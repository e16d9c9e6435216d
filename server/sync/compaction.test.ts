import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, move, reply, seesTexts, settings, uidsOf } from '../testing/live-desk.ts';
import { applyChange } from '../testing/test-tickets.ts';
import type { LiveDesk } from '../testing/live-desk.ts';
import { compact, defaultRetention } from './compaction.service.ts';
import { readHead } from './change-log.repo.ts';

const everything = { ...defaultRetention, keepRows: 0, stretch: 3 };
const nothingOld = { ...defaultRetention, stretch: 1_000 };

const countLog = async ({ services: { database } }: LiveDesk): Promise<number> =>
  (
    await database.db
      .selectFrom('change_log')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

test('a console that was away for longer than the log reaches takes everything anew and keeps its work', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  agents.cut();
  await reply(desk, agents, ticket, 'Written while away');
  await move(desk, admins, ticket, 'new', 'in_progress');
  await isLive(admins);
  const late = await desk.createTicket({ subject: 'Late', assigneeId: agent.id });

  await compact(desk.services, everything);
  expect(await countLog(desk)).toBe(0);
  const { seq, min_seq } = await readHead(desk.services.database.db);
  expect(min_seq).toBe(seq);

  agents.received.length = 0;
  agents.mend();
  await isLive(agents);
  expect(agents.received.join('\n')).toContain('"reason":"cursor_too_old"');
  await seesTexts(admins, ticket.uid, ['Written while away']);
  expect((await uidsOf(agents)).toSorted()).toEqual([ticket.uid, late.uid].toSorted());
});

test('a console that missed more than one answer holds takes everything anew, too', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  const agents = await desk.open(agent.username);
  agents.cut();
  const missed = await desk.createTicket({ subject: 'Missed', assigneeId: agent.id });
  const file = new Database(desk.file);
  file.exec(`
    INSERT INTO change_log (seq, ent, row_id, ticket_id, audience_id, prev_audience_id, created_at)
    WITH RECURSIVE entry (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM entry WHERE n < 30000)
    SELECT head.seq + entry.n, 'ticket', ticket.id, ticket.id, ticket.audience_id, ticket.audience_id, 0
    FROM entry, sync_head head, ticket WHERE ticket.uid = '${missed.uid}';
    UPDATE sync_head SET seq = seq + 30000`);
  file.close();

  agents.received.length = 0;
  agents.mend();
  await isLive(agents);
  expect(agents.received.join('\n')).toContain('"reason":"cursor_too_old"');
  expect(await uidsOf(agents)).toEqual([missed.uid]);
});

test('inside the window, repeats go and changes of readers stay', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  agents.cut();
  const assign = (assigneeId: number) =>
    applyChange(desk.services, superAdmin, {
      name: 'ticket-assign',
      args: {
        ticket_uid: ticket.uid,
        activity_uid: desk.services.mintUid(),
        status_activity_uid: desk.services.mintUid(),
        assignee_id: assigneeId,
      },
    });
  await assign(desk.users.outsider.id);
  for (const text of ['One', 'Two', 'Three']) await reply(desk, admins, ticket, text);
  await isLive(admins);
  const before = await countLog(desk);

  await compact(desk.services, nothingOld);

  expect(await countLog(desk)).toBeLessThan(before);
  agents.mend();
  await isLive(agents);
  await vi.waitFor(async () => expect(await uidsOf(agents)).toEqual([]), settings);
  expect(agents.received.join('\n')).not.toContain('Two');
});

test('outcomes go once the console has stored them and a month has passed', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  await reply(desk, agents, ticket, 'Decided');
  await isLive(agents);
  const outcomes = () => desk.services.database.db.selectFrom('mutation_result').select('mid').execute();
  desk.clock.advance(defaultRetention.keepMs + 1);
  await compact(desk.services, nothingOld);
  expect(await outcomes()).toHaveLength(1);

  await desk.services.database.write((tx) =>
    tx.sql.updateTable('sync_client').set({ acked_mid: 1 }).execute(),
  );
  await compact(desk.services, nothingOld);
  expect(await outcomes()).toEqual([]);
});
