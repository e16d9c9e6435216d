import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { summariseFigure, type Figure } from './figure.ts';

/** What the figures depend on besides the code. */
function hostFacts() {
  const database = new Database(':memory:');
  const sqlite = database.prepare('SELECT sqlite_version()').pluck().get() as string;
  database.close();
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory_mb: Math.round(totalmem() / 1024 / 1024),
    system: `${process.platform} ${release()} ${process.arch}`,
    node: process.versions.node,
    sqlite,
  };
}

export interface SuiteReport {
  readonly suite: string;
  readonly isQuick: boolean;
  readonly ticketCount: number;
  readonly figures: readonly Figure[];
}

/** Writes one suite's figures for whoever compares runs. @returns the file */
export function writeReport(dir: string, { suite, isQuick, ticketCount, figures }: SuiteReport): string {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${suite}.json`);
  const report = {
    suite,
    date: new Date().toISOString(),
    is_quick: isQuick,
    tickets: ticketCount,
    host: hostFacts(),
    figures: figures.map((figure) => ({ ...figure, ...summariseFigure(figure) })),
  };
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
