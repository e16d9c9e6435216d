import { afterAll, beforeAll, expect, test } from 'vitest';
import { findShapeFaults, type Shape } from '../../testing/shape.ts';
import { createTestIt, type TestIt } from '../../testing/test-it.ts';

/** The examples of the it-support document as shapes; see findShapeFaults. */
const user = {
  id: 'int',
  username: 'string',
  email: 'string',
  full_name: 'string',
  role: 'string',
  is_active: 'boolean',
  created_at: 'zdate',
};
const ticket = {
  id: 'int',
  title: 'string',
  description: 'string',
  priority: 'string',
  status: 'string',
  category: 'string',
  created_by: 'int',
  assigned_to: 'int | null',
  auto_categorized: 'boolean',
  confidence_score: 'number',
  created_at: 'zdate',
  updated_at: 'zdate',
  resolved_at: 'zdate | null',
};
const health = {
  cpu_usage: 'number',
  memory_usage: 'number',
  disk_usage: 'number',
  uptime_hours: 'number',
  active_alerts: 'int',
  open_tickets: 'int',
};
const faq = {
  id: 'int',
  question: 'string',
  answer: 'string',
  category: 'string',
  tags: ['string'] as const,
  is_active: 'boolean',
  created_at: 'zdate',
};
const chat = {
  response: 'string',
  session_id: 'string',
  confidence_score: 'number',
  was_escalated: 'boolean',
  ticket_id: 'int | null',
};
const history: Shape = [{ timestamp: 'zdate', value: 'number' }];

let desk: TestIt;
let ticketId: number;

async function expectAnswer(
  [method, path, options = {}]: Parameters<TestIt['ask']>,
  shape: Shape,
): Promise<unknown> {
  const { status, body } = await desk.ask(method, path, { as: 'superadmin', ...options });
  expect(status).toBe(200);
  expect(findShapeFaults(body, shape)).toEqual([]);
  return body;
}

beforeAll(async () => {
  desk = await createTestIt();
  const body = { title: 'Server down', description: 'Production server is not responding' };
  const created = await desk.ask<{ id: number }>('POST', '/api/tickets', { as: 'customer', body });
  ticketId = created.body.id;
});
afterAll(() => desk[Symbol.asyncDispose]());

test('registration, login and me', async () => {
  const body = {
    username: 'string',
    email: 'string@example.org',
    password: 'string',
    full_name: 'string',
    role: 'customer',
    extra: 'ignored',
  };
  const registered = await desk.ask('POST', '/api/auth/register', { body });
  expect(registered.status).toBe(200);
  expect(findShapeFaults(registered.body, { ...user, role: '"customer"' })).toEqual([]);

  const login = await desk.ask('POST', '/api/auth/login', {
    body: { username: 'string', password: 'string' },
  });
  expect(login.status).toBe(200);
  expect(findShapeFaults(login.body, { access_token: 'string', token_type: '"bearer"' })).toEqual([]);
  const { access_token } = login.body as { access_token: string };
  const claims = JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString());
  expect(claims.exp - claims.iat).toBe(8 * 3_600);

  await expectAnswer(['GET', '/api/auth/me'], { ...user, role: '"admin"' });
});

test('tickets', async () => {
  await expectAnswer(['GET', '/api/tickets'], [ticket]);
  await expectAnswer(['GET', `/api/tickets/${ticketId}`], {
    ...ticket,
    status: '"open"',
    category: '"system_down"',
    priority: '"medium"',
  });
  const all = {
    title: 'Server is down',
    description: 'It does not answer',
    priority: 'critical',
    status: 'in_progress',
    category: 'network_issue',
    assigned_to: desk.node.users.agent.id,
  };
  await expectAnswer(['PUT', `/api/tickets/${ticketId}`, { body: all }], { ...ticket, assigned_to: 'int' });
  const { body } = await desk.ask('GET', `/api/tickets/${ticketId}`, { as: 'agent' });
  expect(body).toMatchObject({ ...all, auto_categorized: false, confidence_score: 1 });
  const summary = await expectAnswer(['GET', '/api/tickets/analytics/summary'], {
    status_counts: { open: 'int', in_progress: 'int', resolved: 'int', closed: 'int', cancelled: 'int' },
    priority_counts: { critical: 'int', high: 'int', medium: 'int', low: 'int' },
    category_counts: {
      system_down: 'int',
      performance_issue: 'int',
      password_reset: 'int',
      software_installation: 'int',
      hardware_issue: 'int',
      network_issue: 'int',
      other: 'int',
    },
    total_tickets: 'int',
    avg_resolution_time_hours: 'number',
  });
  expect(summary).toMatchObject({ total_tickets: 1, category_counts: { network_issue: 1, system_down: 0 } });
  await desk.ask('POST', '/api/tickets', { as: 'admin', body: { title: 'A', description: 'B' } });
  const { body: list } = await desk.ask<{ id: number }[]>('GET', '/api/tickets', { as: 'admin' });
  const [newest] = list;
  const answer = await desk.ask('DELETE', `/api/tickets/${newest?.id}`, { as: 'admin' });
  expect(answer).toMatchObject({ status: 200, body: { message: 'Ticket deleted successfully' } });
});

test('the dashboard', async () => {
  await desk.node.services.metrics.sample();
  await expectAnswer(['GET', '/api/dashboard/health'], health);
  await desk.node.services.database.write((tx) =>
    tx.sql
      .insertInto('alert')
      .values({
        type: 'disk_usage',
        severity: 'warning',
        message: 'Disk usage is at 91.0%, above 85%',
        value: 91,
        threshold: 85,
        is_resolved: 0,
        created_at: desk.node.clock.now(),
        resolved_at: null,
      })
      .execute(),
  );
  await expectAnswer(['GET', '/api/dashboard/metrics?hours=48'], {
    system_health: health,
    cpu_history: history,
    memory_history: history,
    disk_history: history,
    recent_alerts: [
      {
        id: 'int',
        type: 'string',
        severity: 'string',
        message: 'string',
        value: 'number',
        threshold: 'number',
        is_resolved: 'boolean',
        created_at: 'zdate',
      },
    ],
    recent_tickets: [ticket],
  });
  const log = {
    id: 'int',
    level: '"INFO"',
    message: '"System health check completed"',
    source: '"health_monitor"',
    hostname: 'string',
    timestamp: 'zdate',
    metadata: 'string',
  };
  await expectAnswer(['GET', '/api/dashboard/logs?level=info&source=health_monitor&limit=5'], [log]);
  const { body: none } = await desk.ask('GET', '/api/dashboard/logs?level=ERROR', { as: 'admin' });
  expect(none).toEqual([]);
});

test('the chatbot', async () => {
  const body = {
    question: 'How do I reset my password?',
    answer: "You can reset your password by clicking 'Forgot Password' on the login page.",
    category: 'Authentication',
    tags: ['password', 'reset', 'login'],
  };
  await expectAnswer(['POST', '/api/chatbot/faqs', { body }], faq);
  await expectAnswer(['GET', '/api/chatbot/faqs?category=authentication&search=RESET'], [faq]);
  const answer = await expectAnswer(
    ['POST', '/api/chatbot/chat', { as: 'customer', body: { message: 'how can I reset my password?' } }],
    chat,
  );
  expect(answer).toMatchObject({ response: body.answer, was_escalated: false, ticket_id: null });
  const analytics = await expectAnswer(['GET', '/api/chatbot/analytics'], {
    total_queries: 'int',
    escalated_queries: 'int',
    escalation_rate: 'number',
    avg_confidence_score: 'number',
    common_queries: [{ query: 'string', count: 'int' }],
  });
  expect(analytics).toMatchObject({ total_queries: 1, escalated_queries: 0, escalation_rate: 0 });
  await expectAnswer(
    ['GET', '/api/chatbot/logs?limit=10'],
    [
      {
        id: 'int',
        user_id: 'int',
        session_id: 'string',
        user_query: 'string',
        bot_response: 'string',
        confidence_score: 'number',
        was_escalated: 'boolean',
        ticket_id: 'null',
        response_time_ms: 'int',
        created_at: 'zdate',
      },
    ],
  );
});
