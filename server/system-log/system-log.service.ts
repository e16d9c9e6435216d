import { hostname } from 'node:os';
import type { Clock } from '#shared/model/clock.ts';
import type { Database } from '../database/database.ts';
import {
  deleteLogsBeyond,
  insertLogs,
  listLogs,
  type LogFilter,
  type LogRow,
  type NewLogRow,
} from './system-log.repo.ts';

export const systemLogLevels = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;

export type SystemLogLevel = (typeof systemLogLevels)[number];

export interface LogEntry {
  level: SystemLogLevel;
  /** The part of the node that speaks. */
  source: string;
  message: string;
  metadata?: Record<string, unknown>;
}

/** Entries that wait to be stored; of more, the oldest are let go. */
const maxWaiting = 1_000;
const maxStored = 10_000;
const maxMessageLength = 2_000;
const maxMetadataLength = 4_000;

/**
 * The node's own log, for its dashboard. Recording never waits and never fails; `flush` stores what was recorded, and
 * only the newest entries are kept.
 */
export class SystemLog {
  readonly #database: Database;
  readonly #clock: Clock;
  #waiting: NewLogRow[] = [];

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  record({ level, source, message, metadata = {} }: LogEntry): void {
    const details = JSON.stringify(metadata);
    this.#waiting.push({
      level,
      component: source,
      message: message.slice(0, maxMessageLength),
      hostname: hostname(),
      metadata: details.length > maxMetadataLength ? '{}' : details,
      created_at: this.#clock.now(),
    });
    if (this.#waiting.length > maxWaiting) this.#waiting.shift();
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const rows = this.#waiting;
    this.#waiting = [];
    await this.#database.write(async (tx) => {
      await insertLogs(tx, rows);
      await deleteLogsBeyond(tx, maxStored);
    });
  }

  /** The newest entries that fit, what was recorded just now among them. */
  async list(filter: LogFilter): Promise<LogRow[]> {
    await this.flush();
    return listLogs(this.#database.db, filter);
  }
}
