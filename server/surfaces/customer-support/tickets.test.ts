import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HexIds } from '../../http/hex-id.ts';
import { loadHexIds } from '../../installation/hex-ids.ts';
import type { TestAnswer } from '../../testing/test-asker.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';

interface Ticket {
  id: string;
  subject: string;
  status: string;
  priority: string;
  agent_id: string | null;
}

let desk: TestIncident;

beforeEach(async () => {
  desk = await createTestIncident();
});
afterEach(() => desk[Symbol.asyncDispose]());

const base = '/api/support/tickets/';

async function create(subject = 'Package arrived damaged', category = 'Damaged'): Promise<string> {
  const body = { subject, description: 'Broken', category };
  const answer = await desk.ask('POST', `${base}create/`, { as: 'customer', body });
  expect(answer.status, answer.text).toBe(201);
  return (answer.body as { ticket: Ticket }).ticket.id;
}

const take = (id: string, as = 'agent'): Promise<TestAnswer> =>
  desk.ask('POST', `${base}${id}/assign-self/`, { as });

const move = (id: string, body: object, as = 'agent'): Promise<TestAnswer> =>
  desk.ask('PUT', `${base}${id}/update-status/`, { as, body });

const show = async (id: string, as = 'admin'): Promise<Ticket & Record<string, unknown>> =>
  ((await desk.ask('GET', `${base}${id}/`, { as })).body as { ticket: Ticket & Record<string, unknown> })
    .ticket;

async function list(path: string, as: string): Promise<Ticket[]> {
  const answer = await desk.ask('GET', path, { as });
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as { tickets: Ticket[] }).tickets;
}

const hexIds = (): Promise<HexIds> => loadHexIds(desk.node.services.database, desk.node.services.random);

const idsOf = async (path: string, as: string): Promise<string[]> =>
  (await list(path, as)).map(({ id }) => id);

describe('creating', () => {
  test('starts open, of medium priority, with nobody on it', async () => {
    const id = await create();
    expect(await show(id)).toMatchObject({
      status: 'Open',
      priority: 'Medium',
      category: 'Damaged',
      agent_id: null,
      resolved_at: null,
    });
  });

  test('keeps the delivery as it is given, and takes one that is null', async () => {
    const body = { subject: 'Where is it', description: 'Not here', category: 'Lost' };
    for (const delivery_id of ['any "thing" at all', null]) {
      const made = await desk.ask('POST', `${base}create/`, {
        as: 'customer',
        body: { ...body, delivery_id },
      });
      expect(made.status).toBe(201);
      const row = await desk.node.services.database.db
        .selectFrom('ticket')
        .select('delivery_id')
        .orderBy('id', 'desc')
        .executeTakeFirst();
      expect(row?.delivery_id).toBe(delivery_id);
    }
  });

  test('shows each customer their own alone, the newest first', async () => {
    const first = await create('First');
    desk.node.clock.advance(1000);
    const second = await create('Second');
    await desk.node.createUser({ username: 'neighbour', role: 'customer' });
    expect(await idsOf(base, 'customer')).toEqual([second, first]);
    expect(await idsOf(`${base}?limit=1&offset=1`, 'customer')).toEqual([first]);
    expect(await list(base, 'neighbour')).toEqual([]);
  });
});

describe('agents', () => {
  test('find open tickets that nobody has, take one, and nobody else can', async () => {
    const [first, second] = [await create('First'), await create('Second')];
    expect(await list('/api/agent/tickets/', 'agent')).toEqual([]);
    expect(await idsOf('/api/agent/tickets/?status=Open', 'outsider')).toEqual([second, first]);
    expect((await take(first)).body).toMatchObject({ ticket: { status: 'In Progress' } });
    expect(await idsOf('/api/agent/tickets/', 'agent')).toEqual([first]);
    expect(await idsOf('/api/agent/tickets/?status=Open', 'agent')).toEqual([second]);
    expect(await idsOf('/api/agent/tickets/?status=', 'agent')).toEqual([first]);
    for (const as of ['colleague', 'agent']) {
      const again = await take(first, as);
      expect(again).toMatchObject({ status: 400, body: { error: 'Ticket is already assigned' } });
    }
  });

  test('who take one at the same moment: one gets it', async () => {
    const id = await create();
    const answers = await Promise.all([take(id, 'agent'), take(id, 'colleague'), take(id, 'outsider')]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 400, 400,
    ]);
  });

  test('take nothing that is done', async () => {
    const id = await create();
    for (const status of ['In Progress', 'Resolved']) await move(id, { status }, 'admin');
    expect(await take(id)).toMatchObject({
      status: 400,
      body: { error: 'Only open tickets can be assigned' },
    });
    expect((await desk.ask('GET', `${base}${id}/`, { as: 'agent' })).status).toBe(403);
  });

  test('go on with what an admin had put on hold', async () => {
    const id = await create();
    for (const status of ['In Progress', 'On Hold']) await move(id, { status }, 'admin');
    expect((await take(id)).body).toMatchObject({ ticket: { status: 'In Progress' } });
  });

  test('hand over to whom the admin says, and lose it', async () => {
    const ids = await hexIds();
    const id = await create();
    await take(id);
    const body = { agent_id: ids.encode('user', desk.node.users.colleague.id) };
    const answer = await desk.ask('POST', `${base}${id}/reassign/`, { as: 'admin', body });
    expect(answer.body).toMatchObject({ ticket: { agent_id: body.agent_id } });
    expect((await desk.ask('POST', `${base}${id}/reassign/`, { as: 'admin', body })).status).toBe(200);
    expect(await idsOf('/api/agent/tickets/', 'agent')).toEqual([]);
    expect(await idsOf('/api/agent/tickets/', 'colleague')).toEqual([id]);
    expect((await move(id, { status: 'Resolved' })).status).toBe(403);
    expect((await show(id)).status).toBe('In Progress');
  });

  test('nobody hands tickets to those who cannot work on them', async () => {
    const ids = await hexIds();
    const id = await create();
    const { applicant, leaver, admin, customer } = desk.node.users;
    const people = [applicant, leaver, admin, customer, { id: 999_999 }];
    for (const wrong of [...people.map((user) => ids.encode('user', user.id)), id, 'nobody']) {
      const answer = await desk.ask('POST', `${base}${id}/reassign/`, {
        as: 'admin',
        body: { agent_id: wrong },
      });
      expect(answer).toMatchObject({ status: 404, body: { error: 'Agent not found' } });
    }
    expect((await show(id)).agent_id).toBeNull();
  });
});

describe('statuses', () => {
  const words = ['Open', 'In Progress', 'On Hold', 'Resolved', 'Closed'];
  const pathTo: Record<string, string[]> = {
    Open: [],
    'In Progress': ['In Progress'],
    'On Hold': ['In Progress', 'On Hold'],
    Resolved: ['In Progress', 'Resolved'],
    Closed: ['In Progress', 'Resolved', 'Closed'],
  };
  const drawn: Record<string, string[]> = {
    Open: ['In Progress'],
    'In Progress': ['On Hold', 'Resolved'],
    'On Hold': ['In Progress', 'Resolved'],
    Resolved: ['Closed'],
    Closed: [],
  };

  test.each(words)('from %s', async (from) => {
    for (const to of words) {
      const id = await create();
      for (const status of pathTo[from] ?? []) expect((await move(id, { status }, 'admin')).status).toBe(200);
      const { status, body } = await move(id, { status: to }, 'admin');
      if (to === from || drawn[from]?.includes(to) === true) {
        expect({ status, body }).toMatchObject({ status: 200, body: { ticket: { status: to } } });
      } else {
        expect({ status, body }).toEqual({
          status: 400,
          body: { status: [`Cannot change status from '${from}' to '${to}'`] },
        });
        expect((await show(id)).status).toBe(from);
      }
    }
  });

  test('a refused status takes the priority back with it', async () => {
    const id = await create();
    await take(id);
    expect((await move(id, { status: 'Closed', priority: 'Low' })).status).toBe(400);
    expect(await show(id)).toMatchObject({ status: 'In Progress', priority: 'Medium' });
    const changed = await move(id, { status: 'In Progress', priority: 'Low' });
    expect(changed.body).toMatchObject({ ticket: { status: 'In Progress', priority: 'Low' } });
  });

  test('the time of resolution is set, and stays when the ticket is closed', async () => {
    const id = await create();
    await take(id);
    await move(id, { status: 'Resolved' });
    const { resolved_at } = await show(id);
    expect(resolved_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    desk.node.clock.advance(60_000);
    await move(id, { status: 'Closed' });
    expect(await show(id)).toMatchObject({ status: 'Closed', resolved_at });
  });

  test('the admin’s list filters by what shows', async () => {
    const [open, held] = [await create(), await create()];
    for (const status of ['In Progress', 'On Hold']) await move(held, { status }, 'admin');
    const path = '/api/admin/support/tickets/';
    expect(await idsOf(path, 'superadmin')).toEqual([held, open]);
    expect(await idsOf(`${path}?status=On%20Hold`, 'admin')).toEqual([held]);
    expect(await idsOf(`${path}?status=Closed`, 'admin')).toEqual([]);
  });
});

describe('feedback', () => {
  const rate = (id: string, rating: unknown, as = 'customer'): Promise<TestAnswer> =>
    desk.ask('POST', `${base}${id}/feedback/`, { as, body: { rating } });

  test('once it is resolved, and once only', async () => {
    const id = await create();
    await take(id);
    expect(await rate(id, '5')).toMatchObject({
      status: 400,
      body: { error: 'You can only submit feedback for resolved tickets' },
    });
    await move(id, { status: 'Resolved' });
    const both = await Promise.all([rate(id, '4'), rate(id, '1')]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 400]);
    expect(await rate(id, '5')).toMatchObject({
      status: 400,
      body: { error: 'Feedback has already been submitted for this ticket' },
    });
  });

  test('closed counts as resolved, and a bare number as a rating', async () => {
    const id = await create();
    await take(id);
    for (const status of ['Resolved', 'Closed']) await move(id, { status });
    expect(await rate(id, 3)).toMatchObject({ status: 201, body: { feedback: { rating: '3' } } });
  });
});

describe('the customer', () => {
  test('does not see internal notes', async () => {
    const id = await create();
    await take(id);
    const note = { note: 'Seems to be lying' };
    await desk.ask('POST', `${base}${id}/add-note/`, { as: 'agent', body: note });
    await desk.ask('POST', `${base}${id}/add-note/`, { as: 'admin', body: { note: 'Are they?' } });
    const seen = await desk.ask('GET', `${base}${id}/`, { as: 'customer' });
    expect(seen).toMatchObject({ status: 200, body: { internal_notes: [] } });
    expect(seen.text).not.toContain('lying');
    const all = (await desk.ask('GET', `${base}${id}/`, { as: 'agent' })).body;
    expect(all).toMatchObject({ internal_notes: [{ note: 'Seems to be lying' }, { note: 'Are they?' }] });
  });
});
