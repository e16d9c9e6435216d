import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createTestDesk } from '../testing/test-desk.ts';
import { nextWaitingQuery } from './assignment.repo.ts';

test.each([[[]], [['loan', 'payment']]] as const)(
  'whoever waits is read off the queue, without %j',
  async (without) => {
    await using desk = await createTestDesk();
    const { sql, parameters } = nextWaitingQuery(desk.services.database.db, without).compile();
    const connection = new BetterSqlite3(desk.file, { readonly: true });
    const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    connection.close();
    expect(steps.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('USING INDEX ticket_awaiting'),
    ]);
  },
);
