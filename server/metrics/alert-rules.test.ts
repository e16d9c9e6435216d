import { expect, test } from 'vitest';
import { judgeReadings, type OpenAlert } from './alert-rules.ts';
import type { Reading } from './system-probe.ts';

const reading = (fields: Partial<Reading>): Reading => ({
  cpuPercent: 10,
  memoryPercent: 10,
  diskPercent: 10,
  uptimeSeconds: 60,
  ...fields,
});

const disk = (...percent: number[]): Reading[] => percent.map((diskPercent) => reading({ diskPercent }));
const warning: OpenAlert = { id: 1, type: 'disk_usage', severity: 'warning', threshold: 85 };

test('a full disk is told at once, and once', () => {
  expect(judgeReadings(disk(91), [])).toEqual({
    raised: [
      {
        type: 'disk_usage',
        severity: 'warning',
        message: 'Disk usage is at 91.0%, above 85%',
        value: 91,
        threshold: 85,
      },
    ],
    resolvedIds: [],
  });
  expect(judgeReadings(disk(92, 91), [warning])).toEqual({ raised: [], resolvedIds: [] });
});

test('it is over only well below the threshold', () => {
  expect(judgeReadings(disk(84), [warning])).toEqual({ raised: [], resolvedIds: [] });
  expect(judgeReadings(disk(81.9), [warning])).toEqual({ raised: [], resolvedIds: [1] });
});

test('a worse one takes its place', () => {
  const { raised, resolvedIds } = judgeReadings(disk(96), [warning]);
  expect(raised).toMatchObject([{ severity: 'critical', threshold: 95 }]);
  expect(resolvedIds).toEqual([1]);
});

test('when only the critical one is over, a warning stays', () => {
  const { raised, resolvedIds } = judgeReadings(disk(90), [
    { ...warning, severity: 'critical', threshold: 95 },
  ]);
  expect(raised).toMatchObject([{ severity: 'warning' }]);
  expect(resolvedIds).toEqual([1]);
});

test('a processor may be busy for a while', () => {
  const busy = Array.from({ length: 5 }, () => reading({ cpuPercent: 99 }));
  expect(judgeReadings(busy.slice(1), []).raised).toEqual([]);
  expect(judgeReadings([reading({ cpuPercent: 20 }), ...busy], []).raised).toEqual([]);
  expect(judgeReadings(busy, []).raised).toMatchObject([{ type: 'cpu_usage', severity: 'critical' }]);
});
