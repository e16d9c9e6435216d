import type { NodeLogLevel } from '../config/config.ts';
import type { SystemLog, SystemLogLevel } from './system-log.service.ts';

/** pino's numbers. */
const numberByLevel: Record<NodeLogLevel, number> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
  silent: Number.POSITIVE_INFINITY,
};

/** What is refused is told at `info`, and is everyday life; the desk's log is for what is wrong with the node. */
const journalLevel = 'warn';
const journalFrom = numberByLevel[journalLevel];

/** The level that the logger must have so that both the stream's readers get what they ask for. */
export function levelForBoth(level: NodeLogLevel): NodeLogLevel {
  return numberByLevel[level] < journalFrom ? level : journalLevel;
}

/** Where the node's logger writes: lines of the configured level to `print`, and what matters into the desk's log. */
export function createLogStream(
  level: NodeLogLevel,
  print: (line: string) => void,
  log: SystemLog,
): { write: (line: string) => void } {
  return {
    write: (line) => {
      const entry = parse(line);
      if (entry === null || entry.level >= numberByLevel[level]) print(line);
      if (entry === null || entry.level < journalFrom) return;
      const { level: number, msg, err, name } = entry;
      log.record({
        level: nameOf(number),
        source: name ?? 'http',
        message: msg ?? err?.message ?? '',
        // Stacks and requests stay in the process's own log: this one is shown to users.
        ...(err === undefined ? {} : { metadata: { error: err.type ?? 'Error' } }),
      });
    },
  };
}

interface PinoLine {
  level: number;
  msg?: string;
  name?: string;
  err?: { type?: string; message?: string };
}

function parse(line: string): PinoLine | null {
  try {
    return JSON.parse(line) as PinoLine;
  } catch {
    return null;
  }
}

function nameOf(level: number): SystemLogLevel {
  if (level >= numberByLevel.fatal) return 'CRITICAL';
  if (level >= numberByLevel.error) return 'ERROR';
  return 'WARNING';
}
