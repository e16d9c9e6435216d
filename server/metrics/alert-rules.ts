import type { Reading } from './system-probe.ts';

export type AlertSeverity = 'warning' | 'critical';

interface AlertRule {
  type: string;
  label: string;
  valueOf: (reading: Reading) => number;
  /** Percent from which on an alert of that severity is raised. */
  thresholds: Readonly<Record<AlertSeverity, number>>;
  /** Readings in a row that must agree: a processor may well be busy for a moment. */
  readings: number;
}

export const alertRules: readonly AlertRule[] = [
  {
    type: 'cpu_usage',
    label: 'CPU usage',
    valueOf: ({ cpuPercent }) => cpuPercent,
    thresholds: { warning: 85, critical: 95 },
    readings: 5,
  },
  {
    type: 'memory_usage',
    label: 'Memory usage',
    valueOf: ({ memoryPercent }) => memoryPercent,
    thresholds: { warning: 85, critical: 95 },
    readings: 2,
  },
  {
    type: 'disk_usage',
    label: 'Disk usage',
    valueOf: ({ diskPercent }) => diskPercent,
    thresholds: { warning: 85, critical: 95 },
    readings: 1,
  },
];

/** How far a value must fall below its threshold before the alert is over, so that it does not come and go. */
const slack = 3;

export interface NewAlert {
  type: string;
  severity: AlertSeverity;
  message: string;
  value: number;
  threshold: number;
}

export interface OpenAlert {
  id: number;
  type: string;
  severity: string;
  threshold: number;
}

export interface AlertChanges {
  raised: NewAlert[];
  resolvedIds: number[];
}

/** What the newest readings (newest first) mean for the alerts that are open. */
export function judgeReadings(readings: readonly Reading[], open: readonly OpenAlert[]): AlertChanges {
  const raised: NewAlert[] = [];
  const resolvedIds: number[] = [];
  for (const rule of alertRules) {
    const values = readings.slice(0, rule.readings).map(rule.valueOf);
    const [value] = values;
    if (value === undefined) continue;
    const standing = open.filter(({ type }) => type === rule.type);
    // A whole series above the threshold raises; one reading below it ends.
    const severity = values.length < rule.readings ? null : severityOf(Math.min(...values), rule);
    const isWorse = severity === 'critical' && standing.every((alert) => alert.severity !== 'critical');
    const over = standing.filter(({ threshold }) => value < threshold - slack);
    resolvedIds.push(...(isWorse ? standing : over).map(({ id }) => id));
    const isCovered = standing.some((alert) => !over.includes(alert));
    if (severity !== null && (isWorse || !isCovered)) raised.push(draft(rule, severity, value));
  }
  return { raised, resolvedIds };
}

function severityOf(value: number, { thresholds }: AlertRule): AlertSeverity | null {
  if (value >= thresholds.critical) return 'critical';
  return value >= thresholds.warning ? 'warning' : null;
}

function draft({ type, label, thresholds }: AlertRule, severity: AlertSeverity, value: number): NewAlert {
  const threshold = thresholds[severity];
  const message = `${label} is at ${value.toFixed(1)}%, above ${threshold}%`;
  return { type, severity, message, value, threshold };
}
