import { expect, test } from 'vitest';
import { createServices } from '../services.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import { createSystemProbe, type Reading } from './system-probe.ts';

const dayMs = 86_400_000;

test('figures are kept over a restart, averaged over long times, and let go after a month', async () => {
  await using desk = await createTestDesk();
  const { database } = desk.services;
  const reading: Reading = { cpuPercent: 10, memoryPercent: 50, diskPercent: 96, uptimeSeconds: 3_600 };
  const start = () =>
    createServices(database, { signingSecret: 'x'.repeat(40), clock: desk.clock, probe: async () => reading })
      .metrics;

  await start().sample();
  const [alert] = await start().recentAlerts(10);
  expect(alert).toMatchObject({ type: 'disk_usage', severity: 'critical', is_resolved: 0 });
  expect(await start().health()).toMatchObject({ diskPercent: 96, activeAlerts: 1 });

  desk.clock.advance(30_000);
  reading.cpuPercent = 30;
  reading.diskPercent = 20;
  await start().sample();
  expect(await start().recentAlerts(10)).toMatchObject([{ is_resolved: 1, resolved_at: desk.clock.now() }]);
  expect((await start().history(24)).length).toBeGreaterThan(0);
  const month = await start().history(720);
  expect(month).toHaveLength(1);
  expect(month[0]?.cpuPercent).toBe(20);

  desk.clock.advance(31 * dayMs);
  await start().sample();
  const kept = await database.db.selectFrom('metric_sample').select('id').execute();
  expect(kept).toHaveLength(1);
  expect(await start().recentAlerts(10)).toEqual([]);
});

test('the probe reads this computer', async () => {
  const reading = await createSystemProbe(process.cwd())();
  for (const percent of [reading.cpuPercent, reading.memoryPercent, reading.diskPercent]) {
    expect(percent).toBeGreaterThan(0);
    expect(percent).toBeLessThanOrEqual(100);
  }
  expect(reading.uptimeSeconds).toBeGreaterThan(0);
});
