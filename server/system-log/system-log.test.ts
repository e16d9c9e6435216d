import { expect, test } from 'vitest';
import { createTestDesk } from '../testing/test-desk.ts';
import { createLogStream, levelForBoth } from './log-stream.ts';

test('the logger’s warnings go into the desk’s log, without stacks; lines of its level are printed', async () => {
  await using desk = await createTestDesk();
  const { systemLog } = desk.services;
  const printed: string[] = [];
  const stream = createLogStream('error', (line) => printed.push(line), systemLog);
  stream.write('{"level":30,"msg":"everyday life"}\n');
  stream.write('{"level":40,"msg":"a warning"}\n');
  stream.write('{"level":50,"err":{"type":"TypeError","message":"oh","stack":"secret"},"msg":"a fault"}\n');
  stream.write('not JSON\n');
  expect(printed).toHaveLength(2);
  expect(await systemLog.list({ limit: 10 })).toMatchObject([
    { level: 'ERROR', component: 'http', message: 'a fault', metadata: '{"error":"TypeError"}' },
    { level: 'WARNING', message: 'a warning', metadata: '{}' },
  ]);
  expect([levelForBoth('silent'), levelForBoth('warn'), levelForBoth('debug')]).toEqual([
    'warn',
    'warn',
    'debug',
  ]);
});

test('a flood is bounded before and after it is stored', async () => {
  await using desk = await createTestDesk();
  const { systemLog, database } = desk.services;
  for (let index = 0; index < 12_500; index += 1) {
    systemLog.record({ level: 'INFO', source: 'test', message: `${index}` });
    if (index % 500 === 499) await systemLog.flush();
  }
  const { rows } = await database.db
    .selectFrom('system_log')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  expect(rows).toBe(10_000);
  expect(await systemLog.list({ limit: 1 })).toMatchObject([{ message: '12499' }]);
  for (let index = 0; index < 3_000; index += 1) {
    systemLog.record({ level: 'INFO', source: 'flood', message: `${index}` });
  }
  expect(await systemLog.list({ component: 'flood', limit: 5_000 })).toHaveLength(1_000);
});
