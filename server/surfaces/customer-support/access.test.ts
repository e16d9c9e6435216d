import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestSupport, newTicket, supportRoutes, type TestSupport } from '../../testing/test-support.ts';
import type { Method } from '../../testing/test-asker.ts';

let desk: TestSupport;

beforeAll(async () => {
  desk = await createTestSupport();
});
afterAll(() => desk[Symbol.asyncDispose]());

const titled = supportRoutes.map((route) => [`${route.method} ${route.path}`, route] as const);
const closed = titled.filter(([, { expected }]) => expected !== 'public');
const identified = titled.filter(([, { path }]) => path.includes(':'));

describe('who may', () => {
  test.each(closed)('%s', async (_title, route) => {
    for (const [as, status] of Object.entries(route.expected)) {
      const options = { as, body: desk.bodyOf(route) };
      if (status >= 400) await desk.expectRefused(route, options, status);
      else {
        const answer = await desk.ask(route.method, desk.withIds(route.path), options);
        expect.soft(answer.status, `${as}: ${answer.text.slice(0, 300)}`).toBe(status);
      }
    }
  });

  test('the refusals say why', async () => {
    const textOf = async (as: string, method: Method, path: string, body?: object): Promise<unknown> =>
      ((await desk.ask(method, desk.withIds(path), { as, body })).body as { error: unknown }).error;
    const detail = '/api/support/tickets/:ticket/';
    expect(await textOf('neighbour', 'GET', detail)).toBe('You can only view your own tickets');
    expect(await textOf('colleague', 'GET', detail)).toBe('You are not assigned to this ticket');
    expect(await textOf('applicant', 'GET', detail)).toBe('Agent is not approved');
    const move = '/api/support/tickets/:ticket/update-status/';
    expect(await textOf('customer', 'PUT', move, { status: 'Closed' })).toBe(
      'You are not assigned to this ticket',
    );
    expect(await textOf('customer', 'POST', '/api/support/tickets/:ticket/add-note/', { note: 'x' })).toBe(
      'Only support agents can add notes',
    );
    expect(await textOf('agent', 'POST', '/api/support/tickets/:ticket/feedback/', { rating: '5' })).toBe(
      'Only customers can submit feedback',
    );
    expect(await textOf('applicant', 'GET', '/api/agent/tickets/')).toBe('Agent is not approved');
    expect(await textOf('agent', 'GET', '/api/admin/support/tickets/')).toBe('Admin access required');
    expect(await textOf('admin', 'POST', '/api/support/tickets/create/', newTicket)).toBe(
      'Only customers can create support tickets',
    );
  });
});

describe('signed out', () => {
  test.each(closed)('%s', async (_title, route) => {
    const token = await desk.tokenOf('superadmin');
    for (const authorization of ['', 'Bearer', 'Bearer nonsense', token, `Bearer ${token}x`]) {
      const answer = await desk.expectRefused(
        route,
        { headers: { authorization }, body: desk.bodyOf(route) },
        401,
      );
      expect(answer.body).toEqual({ error: 'Invalid credentials' });
    }
  });

  test('whoever is deactivated is so at once', async () => {
    await desk.node.createUser({ username: 'parting', role: 'agent' });
    const asParting = { as: 'parting' };
    expect((await desk.ask('GET', '/api/agent/tickets/', asParting)).status).toBe(200);
    const { id } = (await desk.node.services.database.db
      .selectFrom('user')
      .select('id')
      .where('username', '=', 'parting')
      .executeTakeFirst())!;
    await desk.node.services.users.deactivate(desk.node.users.admin, id);
    expect((await desk.ask('GET', '/api/agent/tickets/', asParting)).status).toBe(401);
  });

  test.each(['/api/v1/auth/login', '/api/auth/login/'])('a token of %s is good', async (url) => {
    const payload = { username: 'agent', password: 'Correct-Horse-9' };
    const signedIn = await desk.node.app.inject({ method: 'POST', url, payload });
    const token = /"access(?:_token)?":"([^"]+)"/.exec(signedIn.body)?.[1] ?? '';
    const answer = await desk.ask('GET', '/api/agent/tickets/', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });
});

describe('absent', () => {
  test.each(identified)('%s', async (_title, route) => {
    const isTicket = route.path.includes(':ticket');
    const kind = isTicket ? 'ticket' : 'user';
    const customerId = desk.ids.encode('user', desk.node.users.customer.id);
    const wrong = [
      desk.ids.encode(kind, 999_999),
      desk.ids.encode(isTicket ? 'user' : 'ticket', 1),
      ...(isTicket ? [] : [customerId]),
      '507f1f77bcf86cd799439012',
      '1',
      '-1',
      'TKT2K9F3',
      'f'.repeat(90),
      '%F0%9F%92%A5',
      "1'%20OR%20'1'='1",
      '%00',
    ];
    const as = route.path.endsWith('assign-self/') ? 'agent' : 'superadmin';
    const asWho = route.path.endsWith('feedback/') ? 'customer' : as;
    for (const id of wrong) {
      const answer = await desk.expectRefused(route, { as: asWho, body: desk.bodyOf(route), id }, 404);
      expect(answer.body).toEqual({ error: isTicket ? 'Ticket not found' : 'Agent not found' });
    }
  });

  test('paths are exact, methods told apart, all in the same envelope', async () => {
    const ask = async (method: Method, path: string): Promise<unknown> => {
      const { status, body } = await desk.ask(method, path, { as: 'admin' });
      return { status, body };
    };
    const notFound = { status: 404, body: { error: 'Not found' } };
    expect(await ask('GET', '/api/support/tickets')).toEqual(notFound);
    expect(await ask('GET', '/api/support/faq')).toEqual(notFound);
    expect(await ask('GET', '/api/agent/nothing/')).toEqual(notFound);
    expect(await ask('GET', `/api/support/tickets/${'f'.repeat(300)}/`)).toEqual(notFound);
    expect(await ask('GET', '/api/support/tickets/%E0%A4%A/')).toEqual({
      status: 400,
      body: { error: expect.any(String) },
    });
    expect(await ask('DELETE', '/api/support/faq/')).toEqual({
      status: 405,
      body: { error: 'Method not allowed' },
    });
    expect(await ask('GET', '/api/support/tickets/create/')).toEqual({
      status: 404,
      body: { error: 'Ticket not found' },
    });
  });
});
