import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { About, DesktopState, HostStatus } from '#shared/protocol/desktop-state.ts';
import type { SyncStatus } from '#shared/protocol/sync-status.ts';
import { redactText, redactValue } from './redact.ts';

/** What is gathered for somebody who helps. None of it is about tickets or customers. */
export interface DiagnosticsInputs {
  readonly about: About;
  readonly state: DesktopState;
  readonly host: HostStatus;
  readonly hostLog: readonly string[];
  readonly status: SyncStatus | null;
  readonly logDir: string;
  /** The app's own folder; the names and sizes of what lies in it are told. */
  readonly userData: string;
  readonly now: Date;
}

const longestLog = 200_000;

/** Puts it together as a text that a person can read before they send it. */
export function composeDiagnostics(inputs: DiagnosticsInputs): string {
  const { about, host, hostLog, now, state, status } = inputs;
  const facts = {
    made_at: now.toISOString(),
    about,
    settings: state,
    host,
    sync: status,
    files: listFiles(inputs.userData),
  };
  return [
    'Waypost diagnostics. Read it before you send it: it holds no tickets, passwords or tokens, but addresses of nodes.',
    JSON.stringify(facts, redactValue, 2),
    '--- the node on this computer',
    ...hostLog,
    '--- desktop.log',
    readEnd(join(inputs.logDir, 'desktop.log')),
  ].join('\n');
}

/** Readable by its owner alone. */
export function saveDiagnostics(path: string, inputs: DiagnosticsInputs): void {
  writeFileSync(path, composeDiagnostics(inputs), { mode: 0o600 });
}

/** Names and sizes, one folder deep: what grows, and what is missing. */
function listFiles(dir: string): Record<string, number> {
  const sizeByName: Record<string, number> = {};
  for (const top of readNames(dir)) {
    for (const name of [top, ...readNames(join(dir, top)).map((inner) => `${top}/${inner}`)]) {
      const stat = statSync(join(dir, name), { throwIfNoEntry: false });
      if (stat?.isFile() === true) sizeByName[name] = stat.size;
    }
  }
  return sizeByName;
}

function readNames(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/** The log went through the redaction as it was written; what an older version wrote goes through it again. */
function readEnd(path: string): string {
  try {
    const lines = readFileSync(path, 'utf8').slice(-longestLog).split('\n');
    return lines.map(redactText).join('\n');
  } catch {
    return '';
  }
}
