import type { Alert } from '../../metrics/alert.repo.ts';
import type { MetricPoint } from '../../metrics/metric.repo.ts';
import type { Health } from '../../metrics/metrics.service.ts';
import type { LogRow } from '../../system-log/system-log.repo.ts';
import { toUtcDate } from '../../http/utc-date.ts';

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

export const presentHealth = (health: Health, openTickets: number) => ({
  cpu_usage: oneDecimal(health.cpuPercent),
  memory_usage: oneDecimal(health.memoryPercent),
  disk_usage: oneDecimal(health.diskPercent),
  uptime_hours: oneDecimal(health.uptimeSeconds / 3_600),
  active_alerts: health.activeAlerts,
  open_tickets: openTickets,
});

export const presentHistory = (points: readonly MetricPoint[], valueOf: (point: MetricPoint) => number) =>
  points.map((point) => ({ timestamp: toUtcDate(point.at), value: oneDecimal(valueOf(point)) }));

export const presentAlert = (alert: Alert) => ({
  id: alert.id,
  type: alert.type,
  severity: alert.severity,
  message: alert.message,
  value: oneDecimal(alert.value),
  threshold: alert.threshold,
  is_resolved: alert.is_resolved === 1,
  created_at: toUtcDate(alert.created_at),
});

export const presentLog = (row: LogRow) => ({
  id: row.id,
  level: row.level,
  message: row.message,
  source: row.component,
  hostname: row.hostname,
  timestamp: toUtcDate(row.created_at),
  metadata: row.metadata,
});
