import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { statuses } from '#shared/model/status.ts';
import { sources } from '#shared/model/ticket.ts';
import { createServices } from '../services.ts';
import { beginLog } from '../sync/change-log.repo.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { seedDesk, type DemoSignIns } from './seed-desk.ts';

const now = Date.UTC(2026, 4, 20, 10, 30);
const dayMs = 24 * 3_600_000;

interface Seeded {
  store: TestDatabase;
  signIns: DemoSignIns | null;
  query: <Row>(sql: string) => Row[];
}

async function seed(): Promise<Seeded> {
  const store = await createTestDatabase();
  const services = createServices(store.database, {
    signingSecret: 'a secret for tests alone',
    clock: { now: () => now },
    passwordCost: 4,
  });
  await store.database.write((tx) => beginLog(tx, services.mintUid()));
  await services.users.createSuperAdmin({
    username: 'superadmin',
    password: 'x',
    email: null,
    fullName: 'Super Admin',
  });
  const signIns = await seedDesk(services, now);
  expect(await seedDesk(services, now)).toBeNull();
  const connection = new BetterSqlite3(store.file, { readonly: true });
  return { store, signIns, query: <Row>(sql: string) => connection.prepare<[], Row>(sql).all() };
}

describe('the demo desk', () => {
  let desk: Seeded;
  beforeAll(async () => {
    desk = await seed();
  });
  afterAll(() => desk.store[Symbol.asyncDispose]());

  const valuesOf = (column: string): unknown[] =>
    desk
      .query<{ value: unknown }>(`select distinct ${column} as value from ticket`)
      .map(({ value }) => value);

  const count = (sql: string): number =>
    desk.query<{ n: number }>(`select count(*) as n from ${sql}`)[0]?.n ?? 0;

  test('has its people', () => {
    expect(count("user where role = 'admin'")).toBe(3);
    expect(count("user where role = 'agent' and department is not null and password_hash is not null")).toBe(
      12,
    );
    expect(count("user where role = 'customer' and password_hash is null")).toBe(120);
    expect(desk.signIns).toMatchObject({ admins: { length: 3 }, agents: { length: 12 } });
  });

  test('has tickets of every kind', () => {
    expect(count('ticket')).toBe(300);
    expect(new Set(valuesOf('status'))).toEqual(new Set(statuses));
    expect(new Set(valuesOf('priority'))).toEqual(new Set(priorities));
    expect(new Set(valuesOf('category'))).toEqual(new Set(departments));
    expect(new Set(valuesOf('source'))).toEqual(new Set(sources));
    expect(valuesOf('origin')).toHaveLength(5);
    expect(valuesOf('category_support')).toHaveLength(5);
    expect(valuesOf('category_it')).toHaveLength(7);
    const open = count("ticket where status in ('new', 'opened', 'in_progress', 'on_hold', 'waiting_user')");
    expect(open).toBeGreaterThan(80);
    expect(open).toBeLessThan(180);
    expect(count("ticket where status = 'new' and assignee_id is null")).toBeGreaterThan(15);
  });

  test('shows response times in every state', () => {
    const due = 'ticket where response_due_at';
    expect(count(`${due} >= first_responded_at`)).toBeGreaterThan(100);
    expect(count(`${due} < first_responded_at`)).toBeGreaterThan(10);
    expect(count(`${due} < ${now} and first_responded_at is null`)).toBeGreaterThan(3);
    expect(
      count(`${due} between ${now} and ${now + 3_600_000} and first_responded_at is null`),
    ).toBeGreaterThan(3);
    expect(count(`${due} is null`)).toBeGreaterThan(3);
    expect(count(`ticket where resolution_due_at < ${now}`)).toBeGreaterThan(3);
    expect(count(`ticket where resolution_due_at > ${now}`)).toBeGreaterThan(0);
  });

  test('has customers who said how content they were', () => {
    expect(count('feedback')).toBeGreaterThan(20);
    expect(desk.query('select distinct rating from feedback')).toHaveLength(5);
    expect(count(`feedback where created_at > ${now}`)).toBe(0);
    expect(
      count("feedback join ticket on ticket.id = ticket_id where status not in ('resolved', 'closed')"),
    ).toBe(0);
  });

  test('has conversations with the bot, some of which became tickets', () => {
    expect(count('chat_session where id in (select session_id from chat_log)')).toBe(90);
    expect(count("chat_session where state = 'handed_over' and ticket_id is not null")).toBeGreaterThan(5);
    expect(count('chat_log where faq_id is null and confidence < 0.5')).toBeGreaterThan(5);
    expect(count(`chat_log where created_at > ${now}`)).toBe(0);
  });

  test('has conversations, notes and histories, none from the future and none older than a month', () => {
    const lengths = desk.query<{ n: number }>('select count(*) as n from message group by ticket_id');
    expect(Math.min(...lengths.map(({ n }) => n))).toBe(1);
    expect(Math.max(...lengths.map(({ n }) => n))).toBeGreaterThan(5);
    expect(count("message where visibility = 'staff'")).toBeGreaterThan(80);
    expect(count("activity where kind = 'reassigned'")).toBeGreaterThan(5);
    expect(count("activity where kind = 'priority_updated'")).toBeGreaterThan(3);
    for (const table of ['ticket', 'message', 'activity', 'change_log']) {
      expect(count(`${table} where created_at > ${now}`)).toBe(0);
    }
    expect(count(`ticket where created_at < ${now - 30 * dayMs}`)).toBe(0);
    expect(count(`ticket where created_at > ${now - dayMs}`)).toBeGreaterThan(20);
    expect(count("message where text like '%{%'")).toBe(0);
    expect(count("ticket where subject like '%{%' or description like '%{%'")).toBe(0);
  });

  test('was written as every change is: logged without a gap, in the order of time, and counted', () => {
    expect(count('change_log')).toBe(desk.query<{ seq: number }>('select seq from sync_head')[0]?.seq);
    expect(
      count('ticket where id != (select count(*) from ticket as t where t.created_at <= ticket.created_at)'),
    ).toBe(0);
    expect(desk.query<{ n: number }>('select sum(tickets) as n from ticket_count')).toEqual([{ n: 300 }]);
  });

  test('is the same each time, but for the password', async () => {
    const other = await seed();
    const everything = `select code, subject, status, assignee_id, updated_at, uid from ticket order by id`;
    expect(other.query(everything)).toEqual(desk.query(everything));
    expect(other.signIns?.password).not.toBe(desk.signIns?.password);
    await other.store[Symbol.asyncDispose]();
  });
});
