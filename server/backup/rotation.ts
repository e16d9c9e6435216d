const dayMs = 24 * 60 * 60 * 1000;
const weekMs = 7 * dayMs;
/** The first day of 1970 was a Thursday; weeks begin on Mondays. */
const firstMondayMs = 4 * dayMs;

/** How many days and weeks keep their newest backup. */
export interface Keep {
  daily: number;
  weekly: number;
}

const dayOf = (at: number): number => Math.floor(at / dayMs);
const weekOf = (at: number): number => Math.floor((at - firstMondayMs) / weekMs);

/**
 * Which backups may go: all but the newest of each of the last days and weeks that have one. Days without a backup
 * count for nothing, so that a node that was off for a month does not lose what it has. The newest always stays.
 */
export function chooseExpired<Backup extends { made_at: number }>(
  backups: readonly Backup[],
  { daily, weekly }: Keep,
): Backup[] {
  const newestFirst = backups.toSorted((a, b) => b.made_at - a.made_at);
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(newestFirst, dayOf).slice(0, daily),
    ...newestOfEach(newestFirst, weekOf).slice(0, weekly),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function newestOfEach<Backup extends { made_at: number }>(
  newestFirst: readonly Backup[],
  periodOf: (at: number) => number,
): Backup[] {
  const newestByPeriod = new Map<number, Backup>();
  for (const backup of newestFirst) {
    const period = periodOf(backup.made_at);
    if (!newestByPeriod.has(period)) newestByPeriod.set(period, backup);
  }
  return [...newestByPeriod.values()];
}
