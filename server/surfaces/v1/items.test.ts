import { describe, expect, test } from 'vitest';
import type { TestAnswer } from '../../testing/test-asker.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

interface Shown {
  id: number;
  uid: string;
  ver: number;
  name: string;
  visibility: string;
  department: string | null;
  owner_id: number;
  body: unknown;
}

const macroOf = ({ body }: TestAnswer): Shown => (body as { data: { macro: Shown } }).data.macro;
const detailOf = ({ body }: TestAnswer): unknown => (body as { detail: unknown }).detail;

async function namesFor(desk: TestV1, as: string): Promise<string[]> {
  const { body } = await desk.ask('GET', '/macros', { as });
  return (body as { data: { macros: Shown[] } }).data.macros.map(({ name }) => name);
}

const make = (desk: TestV1, as: string, fields: object = {}): Promise<TestAnswer> =>
  desk.ask('POST', '/macros', {
    as,
    body: { name: 'Greeting', visibility: 'own', body: { text: 'Hello {{customer.name}}' }, ...fields },
  });

describe('making', () => {
  test('a macro is made for oneself, one\u2019s team or, by admins, for everybody', async () => {
    await using desk = await createTestV1();
    const own = await make(desk, 'agent');
    expect(own.status).toBe(201);
    expect(macroOf(own)).toMatchObject({
      ver: 1,
      visibility: 'own',
      department: null,
      owner_id: desk.node.users.agent.id,
      body: { text: 'Hello {{customer.name}}' },
    });
    const team = await make(desk, 'agent', { name: 'Team', visibility: 'team' });
    expect(macroOf(team)).toMatchObject({ visibility: 'team', department: 'payment' });
    expect((await make(desk, 'admin', { name: 'Everybody', visibility: 'all' })).status).toBe(201);

    expect(await namesFor(desk, 'agent')).toEqual(['Everybody', 'Greeting', 'Team']);
    expect(await namesFor(desk, 'colleague')).toEqual(['Everybody', 'Team']);
    expect(await namesFor(desk, 'outsider')).toEqual(['Everybody']);
    expect(await namesFor(desk, 'admin')).toEqual(['Everybody', 'Team']);
  });

  test.each([
    ['for everybody', 'agent', { visibility: 'all' }],
    ['for another team', 'agent', { visibility: 'team', department: 'loan' }],
  ])('an agent makes none %s', async (_what, as, fields) => {
    await using desk = await createTestV1();
    await desk.tokenOf(as);
    const before = await desk.digest();
    expect((await make(desk, as, fields)).status).toBe(403);
    expect(await desk.digest()).toBe(before);
  });

  test('a request that is sent again makes nothing twice', async () => {
    await using desk = await createTestV1();
    const uid = desk.node.services.mintUid();
    expect(macroOf(await make(desk, 'agent', { uid })).uid).toBe(uid);
    expect((await make(desk, 'agent', { uid })).status).toBe(409);
    expect(await namesFor(desk, 'agent')).toHaveLength(1);
  });

  test.each([
    ['no name', { name: ' ' }],
    ['an unknown visibility', { visibility: 'world' }],
    ['no body', { body: null }],
    ['a body that does nothing', { body: { is_note: true } }],
    ['a body with an unknown effect', { body: { text: 'Hi', delete: true } }],
    ['a uid that is none', { uid: 'greeting' }],
    ['an admin without a department, for a team', { visibility: 'team' }],
  ])('bad input is refused: %s', async (_what, fields) => {
    await using desk = await createTestV1();
    await desk.tokenOf('admin');
    const before = await desk.digest();
    const answer = await make(desk, 'admin', fields);
    expect(answer.status).toBe(400);
    expect(detailOf(answer)).toBeDefined();
    expect(await desk.digest()).toBe(before);
  });
});

describe('changing', () => {
  test('what is given changes, and a version that was overtaken is a conflict', async () => {
    await using desk = await createTestV1();
    const { id } = macroOf(await make(desk, 'agent'));
    const path = `/macros/${id}`;
    const changed = await desk.ask('PATCH', path, { as: 'agent', body: { name: 'Welcome', ver: 1 } });
    expect(macroOf(changed)).toMatchObject({ ver: 2, name: 'Welcome', visibility: 'own' });
    const late = await desk.ask('PATCH', path, { as: 'agent', body: { name: 'Hi', ver: 1 } });
    expect(late.status).toBe(409);
    const shared = await desk.ask('PATCH', path, { as: 'agent', body: { visibility: 'all' } });
    expect(shared.status).toBe(403);
    expect(macroOf(await desk.ask('GET', path, { as: 'agent' }))).toMatchObject({ ver: 2, name: 'Welcome' });
  });

  test('what somebody may not see is not there, and what is another kind is not either', async () => {
    await using desk = await createTestV1();
    const { id } = macroOf(await make(desk, 'agent'));
    for (const as of ['colleague', 'admin']) {
      expect((await desk.ask('GET', `/macros/${id}`, { as })).status).toBe(404);
      expect((await desk.ask('DELETE', `/macros/${id}`, { as })).status).toBe(404);
    }
    expect((await desk.ask('GET', `/views/${id}`, { as: 'agent' })).status).toBe(404);
    expect((await desk.ask('DELETE', `/macros/${id}`, { as: 'agent' })).status).toBe(200);
    expect(await namesFor(desk, 'agent')).toEqual([]);
    expect((await desk.ask('PATCH', `/macros/${id}`, { as: 'agent', body: { name: 'x' } })).status).toBe(404);
  });

  test('a colleague sees what the team shares and changes it not', async () => {
    await using desk = await createTestV1();
    const { id } = macroOf(await make(desk, 'agent', { visibility: 'team' }));
    expect((await desk.ask('GET', `/macros/${id}`, { as: 'colleague' })).status).toBe(200);
    const changed = await desk.ask('PATCH', `/macros/${id}`, { as: 'colleague', body: { name: 'x' } });
    expect(changed.status).toBe(403);
  });
});

test('a saved view keeps its filter, and one that means nothing is refused', async () => {
  await using desk = await createTestV1();
  const body = { conditions: [{ field: 'status', is: 'any_of', values: ['new'] }], sort: 'sla_risk' };
  const fields = { name: 'New', visibility: 'own' };
  const made = await desk.ask('POST', '/views', { as: 'agent', body: { ...fields, body } });
  expect(made.body).toMatchObject({ success: true, data: { view: { body } } });
  for (const conditions of [[{ field: 'status', is: 'any_of', values: ['asleep'] }], [{ field: 'mood' }]]) {
    const refused = await desk.ask('POST', '/views', {
      as: 'agent',
      body: { ...fields, body: { ...body, conditions } },
    });
    expect(refused.status).toBe(400);
  }
});
