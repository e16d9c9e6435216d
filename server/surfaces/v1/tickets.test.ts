import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleRules } from '#shared/model/rule-set.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';
import { v1Statuses, type V1Status } from './rules.ts';

interface Ticket {
  id: number;
  ticket_id: string;
  status: V1Status;
  resolved_at: string | null;
  closed_at: string | null;
}

let desk: TestV1;
beforeAll(async () => {
  desk = await createTestV1();
});
afterAll(() => desk[Symbol.asyncDispose]());

async function create(body: Record<string, unknown> = {}, as = 'admin'): Promise<Ticket> {
  const full = { subject: 'Card declined', description: 'It says no', category: 'payment', ...body };
  const answer = await desk.ask('POST', '/tickets', { as, body: full });
  expect(answer.status, answer.text).toBe(201);
  return (answer.body as { data: { ticket: Ticket } }).data.ticket;
}

const setStatus = (id: number, status: string, as = 'admin') =>
  desk.ask('PATCH', `/tickets/${id}/status`, { as, body: { status } });

/** The steps from open that lead to each status. */
const pathTo: Record<V1Status, V1Status[]> = {
  open: [],
  in_progress: ['in_progress'],
  resolved: ['in_progress', 'resolved'],
  closed: ['in_progress', 'resolved', 'closed'],
};

describe('status', () => {
  const legal = ['open>open', 'open>in_progress', 'in_progress>resolved', 'resolved>closed'];
  const pairs = v1Statuses.flatMap((from) => v1Statuses.map((to) => [from, to] as const));

  test.each(pairs)('from %s to %s', async (from, to) => {
    const { id } = await create();
    for (const step of pathTo[from]) expect((await setStatus(id, step)).status).toBe(200);
    const answer = await setStatus(id, to);
    if (to === 'open' || legal.includes(`${from}>${to}`)) {
      expect(answer).toMatchObject({
        status: 200,
        body: { data: { message: `Ticket status updated to '${to}'`, ticket: { status: to } } },
      });
    } else {
      expect(answer).toMatchObject({
        status: 400,
        body: { detail: `Invalid status transition from '${from}' to '${to}'` },
      });
    }
  });

  test('the times of the end come and go with it', async () => {
    const { id } = await create();
    for (const step of pathTo.closed) await setStatus(id, step);
    const closed = await desk.ask('GET', `/tickets/${id}`, { as: 'admin' });
    expect(closed.body).toMatchObject({
      data: { ticket: { resolved_at: expect.any(String), closed_at: expect.any(String) } },
    });
    const reopened = await setStatus(id, 'open');
    expect(reopened.body).toMatchObject({
      data: { ticket: { status: 'open', resolved_at: null, closed_at: null } },
    });
  });

  test('writing open to what shows as open changes nothing', async () => {
    const { id } = await create();
    const before = await desk.digest();
    expect((await setStatus(id, 'open')).status).toBe(200);
    expect(await desk.digest()).toBe(before);
    expect((await setStatus(id, 'open', 'outsider')).status).toBe(403);
  });
});

describe('assigning', () => {
  test('starts work on an open ticket and counts only later changes', async () => {
    const { agent, colleague } = desk.node.users;
    const { id } = await create();
    const assign = (agent_id: number) =>
      desk.ask('PATCH', `/tickets/${id}/assign`, { as: 'admin', body: { agent_id } });
    const counts = [];
    for (const agentId of [agent.id, agent.id, colleague.id]) {
      const { body } = await assign(agentId);
      counts.push(
        (body as { data: { ticket: { reassignment_count: number } } }).data.ticket.reassignment_count,
      );
    }
    expect(counts).toEqual([0, 0, 1]);
    const { body } = await desk.ask('GET', `/tickets/${id}`, { as: 'colleague' });
    expect(body).toMatchObject({
      data: { ticket: { status: 'in_progress', assigned_agent_id: colleague.id, auto_assigned: false } },
    });
    expect((await desk.ask('GET', `/tickets/${id}`, { as: 'agent' })).status).toBe(403);
  });

  test('a deactivated agent is given nothing', async () => {
    const { id } = await create();
    const body = { agent_id: desk.node.users.leaver.id };
    expect(await desk.ask('PATCH', `/tickets/${id}/assign`, { as: 'admin', body })).toMatchObject({
      status: 400,
      body: { detail: "Agent 'leaver' is not active" },
    });
  });
});

describe('creating', () => {
  test('what is left out is filled in, what is unknown is ignored', async () => {
    const answer = await desk.ask('POST', '/tickets', {
      as: 'agent',
      body: {
        subject: ' Héllo 👋 ',
        description: "Robert'); DROP TABLE ticket;--",
        colour: 'red',
        tags: null,
      },
    });
    expect(answer.body).toMatchObject({
      success: true,
      data: {
        message: 'Ticket created successfully',
        ticket: {
          status: 'open',
          category: 'general',
          priority: 'medium',
          source: 'api',
          subject: 'Héllo 👋',
          escalation_reason: 'Héllo 👋',
          ticket_id: expect.stringMatching(/^TKT[A-Z2-9]{5}$/),
          assigned_agent: null,
          tags: [],
        },
      },
    });
    const { id } = (answer.body as { data: { ticket: Ticket } }).data.ticket;
    const { body } = await desk.ask('GET', `/tickets/${id}/messages`, { as: 'admin' });
    expect(body).toMatchObject({ data: { messages: [{ text: "Robert'); DROP TABLE ticket;--" }] } });
  });

  test('a known requester lends name and telephone number', async () => {
    const caller = await desk.node.createUser({
      role: 'customer',
      username: 'caller',
      full_name: 'Cal Ler',
      whatsapp_number: '+1 (234) 567',
    });
    const ticket = await create({ requester: { id: caller.id } });
    expect(ticket).toMatchObject({ phone_number: '1234567' });
    const { body } = await desk.ask('GET', `/tickets/${ticket.id}/messages`, { as: 'admin' });
    expect(body).toMatchObject({ data: { messages: [{ sender: 'customer', sender_name: 'Cal Ler' }] } });
  });
});

describe('messages', () => {
  test('the conversation has replies, what the customer wrote, and notes marked as such', async () => {
    const { id, ticket_id } = await create({ requester: { name: 'Ann' } });
    await desk.ask('PATCH', `/tickets/${id}/assign`, {
      as: 'admin',
      body: { agent_id: desk.node.users.agent.id },
    });
    const say = (as: string, body: object) =>
      desk.ask('POST', `/tickets/${ticket_id}/messages`, { as, body });
    const reply = await say('agent', { text: 'Which card?' });
    expect(reply).toMatchObject({
      status: 201,
      body: {
        data: {
          message: 'Message added successfully',
          entry: { id: expect.any(Number), sender: 'agent', sender_name: 'Test agent', is_note: false },
        },
      },
    });
    await desk.ask('POST', `/tickets/${id}/notes`, { as: 'agent', body: { note: 'Prepaid, I guess' } });
    await say('admin', { text: 'The blue one', sender: 'customer' });
    await say('admin', { text: 'Thank you', sender: 'agent' });
    await say('agent', { text: 'Try again now' });

    const { body } = await desk.ask('GET', `/tickets/${id}/messages`, { as: 'agent' });
    const { messages } = (
      body as { data: { messages: { sender: string; text: string; is_note: boolean }[] } }
    ).data;
    expect(
      messages.map(({ sender, text, is_note }) => `${is_note ? 'note by ' : ''}${sender}: ${text}`),
    ).toEqual([
      'customer: It says no',
      'agent: Which card?',
      'note by agent: Prepaid, I guess',
      'customer: The blue one',
      'agent: Thank you',
      'agent: Try again now',
    ]);
    const detail = await desk.ask('GET', `/tickets/${ticket_id.toLowerCase()}`, { as: 'agent' });
    expect(detail.body).toMatchObject({
      data: {
        ticket: {
          agent_response_count: 3,
          conversation_history: [
            { message: 'It says no', response: 'Which card?' },
            { message: 'The blue one', response: 'Thank you\n\nTry again now' },
          ],
        },
      },
    });
  });

  test('a customer’s message opens a resolved ticket again', async () => {
    const { id } = await create();
    for (const step of pathTo.resolved) await setStatus(id, step);
    const body = { text: 'It is broken again', sender: 'customer' };
    await desk.ask('POST', `/tickets/${id}/messages`, { as: 'admin', body });
    const { body: got } = await desk.ask('GET', `/tickets/${id}`, { as: 'admin' });
    expect(got).toMatchObject({ data: { ticket: { status: 'open', resolved_at: null } } });
  });
});

describe('lists', () => {
  const list = async (query: string) => {
    const { body } = await desk.ask('GET', `/tickets?${query}`, { as: 'admin' });
    return (
      body as {
        data: {
          tickets: Ticket[];
          total: number;
          limit: number;
          offset: number;
          next_cursor?: string | null;
        };
      }
    ).data;
  };

  test('filters work on what is shown', async () => {
    const { id } = await create({ category: 'account' });
    const { services, users } = desk.node;
    const { uid } = (await services.ticketReads.find({ id }))!;
    await services.tickets.change(
      { name: 'ticket-status', args: { ticket_uid: uid, activity_uid: services.mintUid(), to: 'cancelled' } },
      { actor: users.admin, rules: consoleRules, origin: 'console' },
    );
    expect(await list('status=closed&category=account')).toMatchObject({
      total: 1,
      tickets: [{ id, status: 'closed' }],
    });
    expect((await list('status=open&category=account')).total).toBe(0);
  });

  test('limit and offset are moved into their range and echoed', async () => {
    expect(await list('limit=9999&offset=-5')).toMatchObject({ limit: 500, offset: 0 });
    expect(await list('limit=0')).toMatchObject({ limit: 1 });
    const data = await list('limit=2&offset=1');
    expect(data.tickets).toHaveLength(2);
    expect(Object.keys(data)).toEqual(['tickets', 'total', 'limit', 'offset']);
  });

  test('days are whole and in UTC', async () => {
    const today = new Date(desk.node.clock.now()).toISOString().slice(0, 10);
    const { total } = await list('');
    expect((await list(`from_date=${today}&to_date=${today}`)).total).toBe(total);
    expect((await list('to_date=2020-01-01')).total).toBe(0);
    expect((await list('from_date=2999-01-01')).total).toBe(0);
  });

  test('a cursor walks through everything once, whatever is added meanwhile', async () => {
    const all = (await list('limit=500')).tickets.map(({ id }) => id);
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await list(`limit=4&cursor=${cursor}`);
      seen.push(...page.tickets.map(({ id }) => id));
      cursor = page.next_cursor ?? null;
      await create();
    }
    expect(seen).toEqual(all);
  });

  test('assigned and unassigned', async () => {
    const { agent } = desk.node.users;
    const mine = await list(`assigned_agent_id=${agent.id}&limit=500`);
    expect(mine.total).toBe(mine.tickets.length);
    expect(mine.tickets.length).toBeGreaterThan(0);
    const { total } = await list('');
    const nobodys = await list('unassigned=true');
    const { tickets } = await list('limit=500');
    const taken = (tickets as (Ticket & { assigned_agent_id: number | null })[]).filter(
      ({ assigned_agent_id }) => assigned_agent_id !== null,
    );
    expect(nobodys.total).toBe(total - taken.length);
  });
});
