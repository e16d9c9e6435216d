import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { statuses, type Status } from '#shared/model/status.ts';
import { loadHexIds } from '../installation/hex-ids.ts';
import { isLive, settings } from '../testing/live-desk.ts';
import { adminHand } from '../testing/pairs/admin-tickets.ts';
import { draft, expectOk, type Hand, type HandName, type Pairs } from '../testing/pairs/hand.ts';
import { incidentHand } from '../testing/pairs/incident.ts';
import { itHand } from '../testing/pairs/it.ts';
import { supportHand } from '../testing/pairs/support.ts';
import { v1Hand } from '../testing/pairs/v1.ts';
import { createTestConsole, type TestConsole } from '../testing/test-console.ts';
import { createTestIncident } from '../testing/test-incident.ts';
import { applyChange } from '../testing/test-tickets.ts';

const hands: Record<HandName, Hand> = {
  v1: v1Hand,
  support: supportHand,
  admin: adminHand,
  incident: incidentHand,
  it: itHand,
};
const names = Object.keys(hands) as HandName[];
const pairs = names.flatMap((maker) => names.map((worker) => [maker, worker] as const));

let desk: Pairs;
let opened: TestConsole;

beforeAll(async () => {
  const made = await createTestIncident();
  const { app, services } = made.node;
  const ids = await loadHexIds(services.database, services.random);
  desk = { ...made, ids, take: (method, path, as, body) => expectOk(made, method, path, { as, body }) };
  await app.listen({ host: '127.0.0.1', port: 0 });
  opened = await createTestConsole(
    `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    'superadmin',
  );
  await isLive(opened);
});
afterAll(async () => {
  await opened[Symbol.asyncDispose]();
  await desk[Symbol.asyncDispose]();
});

/** What is kept of the ticket, in the words of the model. */
const stored = (id: number) =>
  desk.node.services.database.db
    .selectFrom('ticket')
    .select(['uid', 'subject', 'description', 'status', 'priority', 'assignee_id', 'requester_id'])
    .select(['category', 'category_support', 'category_admin', 'category_incident', 'category_it'])
    .select(['origin', 'source', 'project_name', 'delivery_id', 'tags', 'opened_at', 'closed_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** Everybody who can say something through the worker says it, and every surface tells what it may. */
async function talk(worker: Hand, id: number): Promise<string[]> {
  const reply = `Reply by ${worker.name} to ${id}`;
  const note = `Note by ${worker.name} on ${id}`;
  await worker.sayToCustomer?.(desk, id, reply);
  await worker.sayToStaff?.(desk, id, note);
  for (const { name, read, tells } of Object.values(hands)) {
    const { text } = await read(desk, id);
    expect({ name, replies: text.includes(reply), notes: text.includes(note) }).toEqual({
      name,
      replies: tells.replies && worker.sayToCustomer !== undefined,
      notes: tells.notes && worker.sayToStaff !== undefined,
    });
  }
  return [
    ...(worker.sayToCustomer === undefined ? [] : [reply]),
    ...(worker.sayToStaff === undefined ? [] : [note]),
  ];
}

async function expectInConsole(uid: string, fields: object, texts: string[]): Promise<void> {
  await vi.waitFor(async () => {
    const detail = await opened.call('tickets.get', { uid });
    expect(detail?.ticket).toMatchObject(fields);
    expect((detail?.messages ?? []).map(({ row }) => row.text)).toEqual(expect.arrayContaining(texts));
  }, settings);
}

describe.each(pairs)('made through %s, worked on through %s', (makerName, workerName) => {
  const [maker, worker] = [hands[makerName], hands[workerName]];

  test('nothing of it is lost', async () => {
    const id = await maker.make(desk);
    const first = await stored(id);
    for (const name of names) {
      const { shown } = await hands[name].read(desk, id);
      expect([name, shown]).toEqual([
        name,
        { ...draft, ...maker.made[name], status: hands[name].words.open },
      ]);
    }

    // GetPut: what is shown is written, and changes nothing.
    await worker.writeBack?.(desk, id, (await worker.read(desk, id)).shown);
    expect(await stored(id)).toEqual(first);

    await worker.assign(desk, id);
    for (const { read } of [worker, maker]) {
      expect((await read(desk, id)).assignee).toBe(desk.node.users.agent.id);
    }

    // PutGet: what is written is shown, and the maker's own word for its category stays.
    const words = (await worker.change?.(desk, id)) ?? {};
    expect((await worker.read(desk, id)).shown).toMatchObject({ ...draft, ...words });
    if (maker !== worker) {
      const { category } = maker.made[makerName];
      expect((await maker.read(desk, id)).shown).toMatchObject({ ...draft, category });
    }

    const texts = await talk(worker, id);
    await worker.close(desk, id);
    for (const { read, words: own } of Object.values(hands)) {
      expect((await read(desk, id)).shown).toMatchObject({ ...draft, status: own.closed });
    }
    const last = await stored(id);
    expect(last).toMatchObject({ status: 'closed', assignee_id: desk.node.users.agent.id });
    const { requester_id, origin, source, project_name, delivery_id, tags } = first;
    expect(last).toMatchObject({ ...draft, requester_id, origin, source, project_name, delivery_id, tags });
    const { uid, priority, category, assignee_id } = last;
    const fields = {
      subject: draft.subject,
      status: 'closed',
      priority,
      category,
      assignee_id,
      requester_id,
    };
    await expectInConsole(uid, fields, [draft.description, ...texts]);
  });
});

/** A critical ticket of the it-support surface at any status. */
async function takeTo(status: Status): Promise<number> {
  const id = await itHand.make(desk);
  const { services, users } = desk.node;
  const ticket_uid = (await stored(id)).uid;
  const steps = { new: [], waiting_approval: ['resolved', 'waiting_approval'] } as const;
  for (const to of status in steps ? steps[status as keyof typeof steps] : [status]) {
    const args = { ticket_uid, activity_uid: services.mintUid(), to };
    await applyChange(services, users.superAdmin, { name: 'ticket-status', args });
  }
  return id;
}

/** There is nothing to write in the workflow of incident-management. */
const writers = names.filter((name) => hands[name].writeBack !== undefined);

describe.each(writers)('what %s shows, written back through it', (name) => {
  test.each(statuses)('leaves %s as it is', async (status) => {
    const { read, writeBack } = hands[name];
    const id = await takeTo(status);
    const before = await stored(id);
    expect(before).toMatchObject({ status, priority: 'critical' });
    await writeBack?.(desk, id, (await read(desk, id)).shown);
    expect(await stored(id)).toEqual(before);
  });
});
