import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createTestSupport,
  expectError,
  newAgent,
  newTicket,
  supportRoutes,
  type SupportRoute,
  type TestSupport,
} from '../../testing/test-support.ts';
import type { AskOptions } from '../../testing/test-asker.ts';

let desk: TestSupport;

beforeAll(async () => {
  desk = await createTestSupport();
});
afterAll(() => desk[Symbol.asyncDispose]());

const titled = supportRoutes.map((route) => [`${route.method} ${route.path}`, route] as const);

describe('bad input', () => {
  const whoMay = (route: SupportRoute): string | undefined => {
    if (route.expected === 'public') return undefined;
    if (route.path.endsWith('feedback/') || route.path.endsWith('create/')) return 'customer';
    return 'admin';
  };
  const asked = (route: SupportRoute): AskOptions => {
    const as = whoMay(route);
    return as === undefined ? {} : { as };
  };

  test.each(titled.filter(([, { bad }]) => bad !== undefined))('bodies of %s', async (_title, route) => {
    for (const body of route.bad ?? []) await desk.expectRefused(route, { ...asked(route), body }, 400);
    const json = { 'content-type': 'application/json' };
    for (const body of ['{', '[]', '"text"', 'null', '7', '', '{"__proto__": {"a": 1}}']) {
      await desk.expectRefused(route, { ...asked(route), headers: json, body }, 400);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const body = JSON.stringify(desk.bodyOf(route));
      await desk.expectRefused(route, { ...asked(route), headers: { 'content-type': type }, body }, 400);
    }
    const huge = JSON.stringify({ ...route.body, more: 'x'.repeat(1_100_000) });
    await desk.expectRefused(route, { ...asked(route), headers: json, body: huge }, 400);
  });

  test('every wrong field is named', async () => {
    const { body } = await desk.ask('POST', '/api/support/tickets/create/', {
      as: 'customer',
      body: { subject: '', category: 'Broken' },
    });
    expect(body).toEqual({
      subject: ['This field may not be blank.'],
      description: ['This field is required.'],
      category: ['Not a valid choice. Must be one of: Damaged, Lost, Late, Quality, Other.'],
    });
    const required = ['This field is required.'];
    const emails = [undefined, null, 7, 'nobody'];
    const answers = await Promise.all(
      emails.map((email) => desk.ask('POST', '/api/support/register-agent/', { body: { email } })),
    );
    expect(answers.map((answer) => answer.body)).toEqual(
      [
        required,
        ['This field may not be null.'],
        ['Not a valid string.'],
        ['Enter a valid email address.'],
      ].map((email) => ({ email, password: required, name: required })),
    );
  });

  test('an address that somebody has is refused, in whatever case', async () => {
    const body = { ...newAgent, email: 'Agent@Example.org' };
    const answer = await desk.ask('POST', '/api/support/register-agent/', { body });
    expect(answer).toMatchObject({
      status: 400,
      body: { email: ['User with this email already exists'] },
    });
  });

  test.each([
    ['customer', '/api/support/tickets/?limit=ten'],
    ['agent', '/api/agent/tickets/?status=open'],
    ['agent', '/api/agent/tickets/?status=Open&status=Closed'],
    ['admin', '/api/admin/support/tickets/?status=Cancelled'],
    ['admin', '/api/support/faq/?category=payment'],
  ])('the query of %s to %s', async (as, path) => {
    const answer = await desk.ask('GET', path, { as });
    expect(answer.status).toBe(400);
    expectError(answer);
    expect(answer.text).toMatch(/limit must be|Not a valid choice. Must be one of: (Open|Damaged), /);
  });

  test('any text is kept as it is', async () => {
    const subject = `Robert'); DROP TABLE ticket;-- 💥 \u202E"<b>`;
    const made = await desk.ask('POST', '/api/support/tickets/create/', {
      as: 'customer',
      body: { ...newTicket, subject, more: { than: 'documented' } },
    });
    expect(made).toMatchObject({ status: 201, body: { ticket: { subject } } });
  });
});
