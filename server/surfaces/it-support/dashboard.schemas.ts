import { z } from 'zod';
import { clampedNumber, textField } from '../../http/fields.ts';
import { ticketsAnswer } from './tickets.schemas.ts';

export const metricsQuery = z.object({
  hours: clampedNumber('hours', { min: 1, max: 720, otherwise: 24 }),
});

export const logsQuery = z.object({
  level: textField(20).optional(),
  source: textField(100).optional(),
  limit: clampedNumber('limit', { min: 1, max: 1_000, otherwise: 100 }),
});

export const healthAnswer = z
  .object({
    cpu_usage: z.number(),
    memory_usage: z.number(),
    disk_usage: z.number(),
    uptime_hours: z.number(),
    active_alerts: z.int(),
    open_tickets: z.int(),
  })
  .meta({
    examples: [
      {
        cpu_usage: 45.2,
        memory_usage: 67.8,
        disk_usage: 23.1,
        uptime_hours: 72.5,
        active_alerts: 2,
        open_tickets: 5,
      },
    ],
  });

const history = z.array(z.object({ timestamp: z.string(), value: z.number() }));

/** Contract, C34. */
const alert = z.object({
  id: z.int(),
  type: z.string(),
  severity: z.string(),
  message: z.string(),
  value: z.number(),
  threshold: z.number(),
  is_resolved: z.boolean(),
  created_at: z.string(),
});

export const metricsAnswer = z.object({
  system_health: healthAnswer,
  cpu_history: history,
  memory_history: history,
  disk_history: history,
  recent_alerts: z.array(alert),
  recent_tickets: ticketsAnswer,
});

export const logsAnswer = z.array(
  z
    .object({
      id: z.int(),
      level: z.string(),
      message: z.string(),
      source: z.string(),
      hostname: z.string(),
      timestamp: z.string(),
      metadata: z.string(),
    })
    .meta({
      examples: [
        {
          id: 1,
          level: 'INFO',
          message: 'System health check completed',
          source: 'health_monitor',
          hostname: 'server-01',
          timestamp: '2023-01-01T00:00:00Z',
          metadata: '{}',
        },
      ],
    }),
);
