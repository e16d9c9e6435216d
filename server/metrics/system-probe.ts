import { statfs } from 'node:fs/promises';
import { cpus, freemem, totalmem, uptime } from 'node:os';

/** How the computer is doing. Percentages from 0 to 100. */
export interface Reading {
  cpuPercent: number;
  memoryPercent: number;
  diskPercent: number;
  uptimeSeconds: number;
}

export type SystemProbe = () => Promise<Reading>;

interface CpuTimes {
  busyMs: number;
  totalMs: number;
}

/** Over less than this the processor's share says nothing. */
const shortestSpanMs = 500;

function readCpuTimes(): CpuTimes {
  let busyMs = 0;
  let totalMs = 0;
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.idle + times.irq;
    totalMs += sum;
    busyMs += sum - times.idle;
  }
  return { busyMs, totalMs };
}

const percent = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100));

/**
 * Reads this computer. The processor's share is that of the time since the reading before; the first covers the time
 * since the computer started.
 *
 * @param folder on the disk that is watched: the one with the desk's data
 */
export function createSystemProbe(folder: string): SystemProbe {
  let before: CpuTimes = { busyMs: 0, totalMs: 0 };
  let readAt = Number.NEGATIVE_INFINITY;
  let cpuPercent = 0;
  return async () => {
    const now = performance.now();
    if (now - readAt >= shortestSpanMs) {
      const times = readCpuTimes();
      cpuPercent = percent(times.busyMs - before.busyMs, times.totalMs - before.totalMs);
      before = times;
      readAt = now;
    }
    const disk = await statfs(folder);
    const used = disk.blocks - disk.bfree;
    return {
      cpuPercent,
      memoryPercent: percent(totalmem() - freemem(), totalmem()),
      // What is kept for the system counts as neither used nor free, as `df` has it.
      diskPercent: percent(used, used + disk.bavail),
      uptimeSeconds: Math.round(uptime()),
    };
  };
}
