import { describe, expect, test } from 'vitest';
import { officeRules } from '../../testing/office-rules.ts';
import type { TestAnswer } from '../../testing/test-asker.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

interface Clock {
  state: string;
  due_at: string | null;
  computed_due_at: string | null;
  is_manual: boolean;
  elapsed_minutes: number | null;
  steps: { day: string; from: string; to: string; minutes: number }[];
  pauses: { status: string; from: string; to: string | null }[];
  explanation: string[];
}

interface Sla {
  policy: { id: number; name: string; version: number } | null;
  first_response: Clock;
  resolution: Clock;
}

const dataOf = ({ body }: TestAnswer): unknown => (body as { data: unknown }).data;
/** Friday, half past four in the afternoon in Berlin. */
const friday = Date.parse('2026-11-27T15:30:00Z');
const hourMs = 3_600_000;

async function createDesk(): Promise<TestV1> {
  const desk = await createTestV1();
  desk.node.clock.advance(friday - desk.node.clock.now());
  return desk;
}

async function addPolicy(desk: TestV1, fields: object = {}): Promise<number> {
  const body = { name: 'Office hours', position: 1, rules: officeRules, ...fields };
  const made = await desk.ask('POST', '/admin/sla-policies', { as: 'admin', body });
  expect(made.status).toBe(201);
  return (dataOf(made) as { policy: { id: number } }).policy.id;
}

async function openTicket(desk: TestV1, body: object = {}): Promise<number> {
  const fields = { subject: 'Help', description: 'Please', category: 'payment', priority: 'high', ...body };
  const made = await desk.ask('POST', '/tickets', { as: 'admin', body: fields });
  const { id } = (dataOf(made) as { ticket: { id: number } }).ticket;
  const { users } = desk.node;
  await desk.ask('PATCH', `/tickets/${id}/assign`, { as: 'admin', body: { agent_id: users.agent.id } });
  return id;
}

const slaOf = async (desk: TestV1, id: number): Promise<Sla> =>
  dataOf(await desk.ask('GET', `/tickets/${id}/sla`, { as: 'agent' })) as Sla;

const move = async (desk: TestV1, id: number, status: string): Promise<void> => {
  const url = `/api/admin/tickets/${id}`;
  const headers = { authorization: `Bearer ${await desk.tokenOf('admin')}` };
  const answer = await desk.node.app.inject({ method: 'PATCH', url, headers, payload: { status } });
  expect(answer.statusCode).toBe(200);
};

describe('without a policy', () => {
  test('the documented times hold, round the clock, and no solution is promised', async () => {
    await using desk = await createDesk();
    const sla = await slaOf(desk, await openTicket(desk));
    expect(sla.policy).toBeNull();
    expect(sla.first_response).toMatchObject({ due_at: '2026-11-27T16:00:00', is_manual: false });
    expect(sla.resolution).toMatchObject({
      state: 'none',
      due_at: null,
      explanation: ['No time was promised.'],
    });
  });
});

describe('with a policy', () => {
  test('created Friday 16:30, due Monday 09:30, and it says why', async () => {
    await using desk = await createDesk();
    const policyId = await addPolicy(desk);
    const { policy, first_response } = await slaOf(desk, await openTicket(desk));
    expect(policy).toEqual({ id: policyId, name: 'Office hours', version: 1 });
    expect(first_response).toMatchObject({
      due_at: '2026-11-30T08:30:00',
      computed_due_at: '2026-11-30T08:30:00',
    });
    expect(first_response.steps).toEqual([
      { day: '2026-11-27', weekday: 'Friday', from: '16:30', to: '17:00', minutes: 30 },
      { day: '2026-11-30', weekday: 'Monday', from: '09:00', to: '09:30', minutes: 30 },
    ]);
    expect(first_response.explanation).toEqual([
      'Created Friday 2026-11-27 16:30 (Europe/Berlin).',
      '60 working minutes are promised.',
      'Friday 2026-11-27 from 16:30 to 17:00: 30 minutes.',
      'Saturday 2026-11-28 does not count: no working hours.',
      'Sunday 2026-11-29 does not count: no working hours.',
      'Monday 2026-11-30 from 09:00 to 09:30: 30 minutes.',
      'Due Monday 2026-11-30 09:30.',
    ]);
  });

  test('the preview says the same before anything is stored', async () => {
    await using desk = await createDesk();
    const body = { rules: officeRules, priority: 'high', created_at: '2026-11-27T16:30:00+01:00' };
    const answer = await desk.ask('POST', '/admin/sla-policies/preview', { as: 'admin', body });
    expect(dataOf(answer)).toMatchObject({
      created: 'Friday 2026-11-27 16:30',
      first_response: { due: 'Monday 2026-11-30 09:30', due_at: '2026-11-30T08:30:00' },
      resolution: { due: 'Monday 2026-11-30 16:30' },
    });
  });

  test('the first active policy that is for the category holds', async () => {
    await using desk = await createDesk();
    await addPolicy(desk, { name: 'Everything else', position: 5 });
    await addPolicy(desk, { name: 'Switched off', position: 1, is_active: false });
    await addPolicy(desk, { name: 'Loans', position: 2, rules: { ...officeRules, categories: ['loan'] } });
    expect((await slaOf(desk, await openTicket(desk))).policy?.name).toBe('Everything else');
    expect((await slaOf(desk, await openTicket(desk, { category: 'loan' }))).policy?.name).toBe('Loans');
  });

  test('the clock stands still while the customer is waited for, and the time is added afterwards', async () => {
    await using desk = await createDesk();
    await addPolicy(desk);
    const id = await openTicket(desk);
    desk.node.clock.advance(65 * hourMs);
    await move(desk, id, 'waiting_user');
    const waiting = (await slaOf(desk, id)).resolution;
    expect(waiting).toMatchObject({ state: 'paused', due_at: null, elapsed_minutes: 60 });
    desk.node.clock.advance(2 * hourMs);
    await move(desk, id, 'in_progress');
    const { resolution } = await slaOf(desk, id);
    // Half past four on Monday, and two hours more.
    expect(resolution).toMatchObject({ state: 'running', due_at: '2026-12-01T09:30:00' });
    expect(resolution.pauses).toEqual([
      { status: 'waiting_user', from: '2026-11-30T08:30:00', to: '2026-11-30T10:30:00' },
    ]);
  });

  test('another priority is another promise, and what was set by hand stays until it is given back', async () => {
    await using desk = await createDesk();
    await addPolicy(desk);
    const id = await openTicket(desk, { priority: 'medium' });
    expect((await slaOf(desk, id)).resolution.state).toBe('none');
    await desk.ask('PATCH', `/tickets/${id}/priority`, { as: 'agent', body: { priority: 'high' } });
    expect((await slaOf(desk, id)).resolution.due_at).toBe('2026-11-30T15:30:00');
    const set = { resolution_due_at: '2026-12-24T18:00:00Z' };
    const changed = await desk.ask('PATCH', `/tickets/${id}/sla`, { as: 'admin', body: set });
    expect((dataOf(changed) as Sla).resolution).toMatchObject({
      due_at: '2026-12-24T18:00:00',
      is_manual: true,
      computed_due_at: '2026-11-30T15:30:00',
      explanation: ['Set by hand: due Thursday 2026-12-24 19:00.'],
    });
    await move(desk, id, 'waiting_user');
    expect((await slaOf(desk, id)).resolution.due_at).toBe('2026-12-24T18:00:00');
    await move(desk, id, 'in_progress');
    const back = { resolution_due_at: null };
    await desk.ask('PATCH', `/tickets/${id}/sla`, { as: 'admin', body: back });
    expect((await slaOf(desk, id)).resolution).toMatchObject({
      due_at: '2026-11-30T15:30:00',
      is_manual: false,
    });
  });

  test('new rules are for new tickets; those of a deleted policy keep theirs', async () => {
    await using desk = await createDesk();
    const policyId = await addPolicy(desk);
    const id = await openTicket(desk);
    const targets = { ...officeRules.targets, high: { response_minutes: 5, resolution_minutes: null } };
    const path = `/admin/sla-policies/${policyId}`;
    const body = { rules: { ...officeRules, targets } };
    expect((await desk.ask('PUT', path, { as: 'admin', body })).status).toBe(200);
    expect((await slaOf(desk, id)).first_response.due_at).toBe('2026-11-30T08:30:00');
    const newer = await slaOf(desk, await openTicket(desk));
    expect([newer.policy?.version, newer.first_response.due_at]).toEqual([2, '2026-11-27T15:35:00']);
    expect((await desk.ask('DELETE', path, { as: 'admin' })).status).toBe(200);
    expect((await desk.ask('GET', path, { as: 'admin' })).status).toBe(404);
    expect((await slaOf(desk, id)).policy?.name).toBe('Office hours');
    expect((await slaOf(desk, await openTicket(desk))).policy).toBeNull();
  });
});

test.each([
  [{ name: '' }, "Field 'name' cannot be empty"],
  [{ rules: { ...officeRules, more: 1 } }, "Unknown field 'rules.more'"],
  [
    { rules: { ...officeRules, calendar: { ...officeRules.calendar, time_zone: 'Mars' } } },
    'Unknown time zone',
  ],
  [{ rules: undefined }, "Field 'rules' is required"],
])('is no policy: %j', async (fields, detail) => {
  await using desk = await createTestV1();
  const body = { name: 'Office hours', rules: officeRules, ...fields };
  const answer = await desk.ask('POST', '/admin/sla-policies', { as: 'admin', body });
  expect([answer.status, answer.body]).toEqual([400, { detail }]);
});

test.each([{}, { response_due_at: 'soon' }, { resolution_due_at: 7 }])(
  'are no due times: %j',
  async (body) => {
    await using desk = await createTestV1();
    const { id } = await desk.node.createTicket();
    expect((await desk.ask('PATCH', `/tickets/${id}/sla`, { as: 'admin', body })).status).toBe(400);
  },
);
