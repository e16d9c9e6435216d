import { appendFileSync, chmodSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { redactText, redactValue } from './redact.ts';

export type Log = (level: 'info' | 'warn' | 'error', message: string, data?: Record<string, unknown>) => void;

const maxSizeBytes = 2_000_000;

/** Writes one JSON line per entry, for the owner's eyes only. The previous file is kept once when it grew too big. */
export function openLog(dir: string, now: () => number): Log {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, 'desktop.log');
  rotate(path);
  appendFileSync(path, '', { mode: 0o600 });
  chmodSync(path, 0o600);
  return (level, message, data) => {
    appendFileSync(path, `${formatEntry(now(), level, message, data)}\n`);
  };
}

/** Secrets, people's addresses and what they wrote never reach the file. */
export function formatEntry(
  atMs: number,
  level: string,
  message: string,
  data: Record<string, unknown> = {},
): string {
  const at = new Date(atMs).toISOString();
  return JSON.stringify({ at, level, message: redactText(message), ...data }, redactValue);
}

function rotate(path: string): void {
  const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (sizeBytes > maxSizeBytes) renameSync(path, `${path}.1`);
}
