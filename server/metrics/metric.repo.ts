import { sql } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { Reading } from './system-probe.ts';

/** A moment of the past, or the mean over a span that begins there. Ms UTC. */
export interface MetricPoint {
  at: number;
  cpuPercent: number;
  memoryPercent: number;
  diskPercent: number;
}

export async function insertSample(tx: Tx, reading: Reading, now: number): Promise<void> {
  await tx.sql
    .insertInto('metric_sample')
    .values({
      cpu_percent: reading.cpuPercent,
      memory_percent: reading.memoryPercent,
      disk_percent: reading.diskPercent,
      uptime_seconds: reading.uptimeSeconds,
      created_at: now,
    })
    .execute();
}

export async function deleteSamplesBefore(tx: Tx, before: number): Promise<void> {
  await tx.sql.deleteFrom('metric_sample').where('created_at', '<', before).execute();
}

/** The newest readings, newest first. */
export async function listNewestReadings(db: Db, limit: number): Promise<Reading[]> {
  return db
    .selectFrom('metric_sample')
    .select([
      'cpu_percent as cpuPercent',
      'memory_percent as memoryPercent',
      'disk_percent as diskPercent',
      'uptime_seconds as uptimeSeconds',
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The means of spans of `spanMs` since `from`, oldest first. */
export async function listHistory(db: Db, from: number, spanMs: number): Promise<MetricPoint[]> {
  const start = sql<number>`created_at - created_at % ${spanMs}`;
  return db
    .selectFrom('metric_sample')
    .select((eb) => [
      eb.fn.min('created_at').as('at'),
      eb.fn.avg<number>('cpu_percent').as('cpuPercent'),
      eb.fn.avg<number>('memory_percent').as('memoryPercent'),
      eb.fn.avg<number>('disk_percent').as('diskPercent'),
    ])
    .where('created_at', '>=', from)
    .groupBy(start)
    .orderBy('at')
    .execute();
}
