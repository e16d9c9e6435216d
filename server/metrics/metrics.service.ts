import type { Clock } from '#shared/model/clock.ts';
import type { Database } from '../database/database.ts';
import type { LiveFeed } from '../realtime/live-feed.ts';
import type { SystemLog } from '../system-log/system-log.service.ts';
import { alertRules, judgeReadings } from './alert-rules.ts';
import {
  countOpenAlerts,
  deleteAlertsResolvedBefore,
  insertAlert,
  listNewestAlerts,
  listOpenAlerts,
  resolveAlerts,
  type Alert,
} from './alert.repo.ts';
import {
  deleteSamplesBefore,
  insertSample,
  listHistory,
  listNewestReadings,
  type MetricPoint,
} from './metric.repo.ts';
import type { Reading, SystemProbe } from './system-probe.ts';

const hourMs = 3_600_000;
const retentionMs = 30 * 24 * hourMs;
/** A history has no more points than a screen can show. */
const maxPoints = 1_440;
const shortestSpanMs = 60_000;

/** How the computer is doing, with the alerts that are open. */
export interface Health extends Reading {
  activeAlerts: number;
}

export interface MetricsServiceDeps {
  database: Database;
  clock: Clock;
  probe: SystemProbe;
  live: LiveFeed;
  log: SystemLog;
}

/** Watches the computer that the node runs on: figures of now and of the past, and alerts. */
export class MetricsService {
  readonly #deps: MetricsServiceDeps;

  constructor(deps: MetricsServiceDeps) {
    this.#deps = deps;
  }

  async health(): Promise<Health> {
    const { probe, database } = this.#deps;
    const [reading, activeAlerts] = await Promise.all([probe(), countOpenAlerts(database.db)]);
    return { ...reading, activeAlerts };
  }

  /** The last `hours`, oldest first; of a long time, means of as many spans as can be shown. */
  history(hours: number): Promise<MetricPoint[]> {
    const { database, clock } = this.#deps;
    const spanMs = Math.max(shortestSpanMs, Math.ceil((hours * hourMs) / maxPoints));
    return listHistory(database.db, clock.now() - hours * hourMs, spanMs);
  }

  /** Newest first, those that are over among them. */
  recentAlerts(limit: number): Promise<Alert[]> {
    return listNewestAlerts(this.#deps.database.db, limit);
  }

  /** Reads the computer once, keeps the figures, raises and resolves alerts, and lets old figures go. */
  async sample(): Promise<void> {
    const { database, clock, probe, live, log } = this.#deps;
    const reading = await probe();
    const now = clock.now();
    await database.write(async (tx) => {
      await insertSample(tx, reading, now);
      await deleteSamplesBefore(tx, now - retentionMs);
      await deleteAlertsResolvedBefore(tx, now - retentionMs);
      const longest = Math.max(...alertRules.map(({ readings }) => readings));
      const { raised, resolvedIds } = judgeReadings(
        await listNewestReadings(tx.db, longest),
        await listOpenAlerts(tx.db),
      );
      const resolved = await resolveAlerts(tx, resolvedIds, now);
      const alerts: Alert[] = [];
      for (const alert of raised) alerts.push(await insertAlert(tx, alert, now));
      tx.afterCommit(() => {
        for (const alert of [...resolved, ...alerts]) live.publish({ type: 'alert', alert });
        for (const { message, severity } of alerts) {
          log.record({ level: severity === 'critical' ? 'CRITICAL' : 'WARNING', source: 'alerts', message });
        }
        live.publish({ type: 'metrics' });
      });
    });
    log.record({
      level: 'INFO',
      source: 'health_monitor',
      message: 'System health check completed',
      metadata: {
        cpu_usage: round(reading.cpuPercent),
        memory_usage: round(reading.memoryPercent),
        disk_usage: round(reading.diskPercent),
      },
    });
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
