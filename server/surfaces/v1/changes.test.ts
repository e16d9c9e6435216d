import { describe, expect, test } from 'vitest';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

interface Change {
  type: string;
  id: number;
  ticket?: { subject: string; status: string };
  messages?: { text: string }[];
  activities?: { activity_type: string }[];
}

interface Page {
  changes: Change[];
  cursor: string;
  has_more: boolean;
}

async function read(desk: TestV1, as: string, query = ''): Promise<Page> {
  const { status, body } = await desk.ask('GET', `/changes${query}`, { as });
  expect(status).toBe(200);
  return (body as { data: Page }).data;
}

const assign = (desk: TestV1, id: number, agent_id: number) =>
  desk.ask('PATCH', `/tickets/${id}/assign`, { as: 'admin', body: { agent_id } });

describe('changes', () => {
  test('begin where the caller asks for the first time', async () => {
    await using desk = await createTestV1();
    await desk.node.createTicket();
    const { changes, cursor, has_more } = await read(desk, 'admin');
    expect([changes, has_more]).toEqual([[], false]);
    const { id } = await desk.node.createTicket({ subject: 'New', description: 'First words' });
    await desk.ask('POST', `/tickets/${id}/notes`, { as: 'admin', body: { note: 'Seen' } });
    const next = await read(desk, 'admin', `?cursor=${cursor}`);
    expect(next.changes).toMatchObject([
      {
        type: 'ticket',
        id,
        ticket: { subject: 'New', status: 'open' },
        messages: [{ text: 'First words' }, { text: 'Seen' }],
        activities: [{ activity_type: 'note_added' }],
      },
    ]);
    expect((await read(desk, 'admin', `?cursor=${next.cursor}`)).changes).toEqual([]);
    // The same cursor again is the same answer: nothing is used up.
    expect((await read(desk, 'admin', `?cursor=${cursor}`)).changes).toEqual(next.changes);
  });

  test('bring only what is new, each thing once', async () => {
    await using desk = await createTestV1();
    const { id } = await desk.node.createTicket({ description: 'First words' });
    const { cursor } = await read(desk, 'admin');
    await desk.ask('PATCH', `/tickets/${id}/priority`, { as: 'admin', body: { priority: 'high' } });
    await desk.ask('POST', `/tickets/${id}/messages`, { as: 'admin', body: { text: 'Hello' } });
    const { changes } = await read(desk, 'admin', `?cursor=${cursor}`);
    expect(changes).toMatchObject([{ id, messages: [{ text: 'Hello' }] }]);
    expect(changes[0]?.messages).toHaveLength(1);
  });

  test('come in pages that together are everything, in order', async () => {
    await using desk = await createTestV1();
    let { cursor } = await read(desk, 'admin');
    const made: number[] = [];
    for (let index = 0; index < 7; index += 1) made.push((await desk.node.createTicket()).id);
    const seen: number[] = [];
    for (let isMore = true; isMore;) {
      const page = await read(desk, 'admin', `?cursor=${cursor}&limit=4`);
      seen.push(...page.changes.map(({ id }) => id));
      ({ cursor, has_more: isMore } = page);
    }
    expect([...new Set(seen)]).toEqual(made);
  });
});

describe('an agent', () => {
  test('learns of their own tickets: whole when they come, gone when they leave', async () => {
    await using desk = await createTestV1();
    const { agent, colleague } = desk.node.users;
    const { id } = await desk.node.createTicket({ description: 'First words' });
    await desk.node.createTicket({ subject: 'Not theirs' });
    let { cursor } = await read(desk, 'agent');
    await assign(desk, id, agent.id);
    const came = await read(desk, 'agent', `?cursor=${cursor}`);
    expect(came.changes).toMatchObject([{ type: 'ticket', id, messages: [{ text: 'First words' }] }]);
    ({ cursor } = came);
    await assign(desk, id, colleague.id);
    await desk.ask('POST', `/tickets/${id}/messages`, { as: 'colleague', body: { text: 'A secret' } });
    const left = await read(desk, 'agent', `?cursor=${cursor}`);
    expect(left.changes).toEqual([{ type: 'ticket_gone', id, ticket_id: expect.any(String) }]);
    await desk.ask('POST', `/tickets/${id}/messages`, { as: 'colleague', body: { text: 'Another' } });
    expect((await read(desk, 'agent', `?cursor=${left.cursor}`)).changes).toEqual([]);
  });

  test('learns of colleagues', async () => {
    await using desk = await createTestV1();
    const { cursor } = await read(desk, 'agent');
    const { colleague } = desk.node.users;
    await desk.ask('PUT', `/admin/users/${colleague.id}`, { as: 'admin', body: { full_name: 'New Name' } });
    const { changes } = await read(desk, 'agent', `?cursor=${cursor}`);
    expect(changes).toMatchObject([{ type: 'agent', id: colleague.id, agent: { full_name: 'New Name' } }]);
  });

  test('who waits for approval, and customers, learn nothing', async () => {
    await using desk = await createTestV1();
    const { status, body } = await desk.ask('GET', '/changes', { as: 'applicant' });
    expect([status, body]).toEqual([403, { detail: 'Access denied. You cannot read changes.' }]);
    expect((await desk.ask('GET', '/changes')).status).toBe(401);
  });
});

test('a cursor of another database, of the future or that makes no sense is refused', async () => {
  await using desk = await createTestV1();
  const { cursor } = await read(desk, 'admin');
  const [epoch = '', seq = ''] = cursor.split('.');
  const lost = [`00000000-0000-7000-8000-000000000000.${seq}`, `${epoch}.${Number(seq) + 1}`];
  for (const text of lost) {
    const { status, body } = await desk.ask('GET', `/changes?cursor=${text}`, { as: 'admin' });
    expect([status, body]).toEqual([
      409,
      { detail: 'The cursor is lost. Read everything again, beginning without one.' },
    ]);
  }
  for (const text of ['x', '', `${epoch}.-1`, `${epoch}.1.2`]) {
    expect((await desk.ask('GET', `/changes?cursor=${text}`, { as: 'admin' })).status).toBe(400);
  }
});
