import { z } from 'zod';
import { pageOf, pageQuery, wholeNumber } from '../node-call.ts';
import { adminCall } from './admin-call.ts';

const percent = z.number();

const alertSchema = z.strictObject({
  id: z.int(),
  type: z.string(),
  severity: z.string(),
  message: z.string(),
  value: z.number(),
  threshold: z.number(),
  created_at: z.int(),
  resolved_at: z.int().nullable(),
});

export type HealthAlert = z.infer<typeof alertSchema>;

export const healthSchema = z.strictObject({
  version: z.string(),
  now: z.strictObject({
    cpu_percent: percent,
    memory_percent: percent,
    disk_percent: percent,
    /** Of the computer. */
    uptime_seconds: z.number(),
    open_alerts: z.int(),
    open_tickets: z.int(),
  }),
  /** Oldest first; of long times the means of spans. */
  history: z.array(
    z.strictObject({ at: z.int(), cpu_percent: percent, memory_percent: percent, disk_percent: percent }),
  ),
  /** Newest first, those that are over among them. */
  alerts: z.array(alertSchema),
});
export type Health = z.infer<typeof healthSchema>;

export const logLevels = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;

const logEntrySchema = z.strictObject({
  id: z.int(),
  at: z.int(),
  level: z.string(),
  component: z.string(),
  message: z.string(),
  metadata: z.record(z.string(), z.json()),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

/** Which lines of the log; what is left out asks for nothing. */
export const logFilter = z.strictObject({
  level: z.enum(logLevels).optional(),
  component: z.string().max(100).optional(),
});

export const healthCalls = {
  /** How the computer does that the node runs on. */
  read: adminCall({
    method: 'GET',
    path: '/health',
    query: z.strictObject({ hours: wholeNumber({ min: 1, max: 720 }).default(24) }),
    answer: healthSchema,
  }),
  /** The node's log, newest first. */
  log: adminCall({
    method: 'GET',
    path: '/log',
    query: logFilter.extend(pageQuery),
    answer: pageOf(logEntrySchema),
  }),
};
