import type { Clock } from '#shared/model/clock.ts';
import type { BackupService } from './backup.service.ts';

/** By the computer's own clock on the wall: when the fewest write. */
const hour = 3;
const firstCheckMs = 10 * 60 * 1000;
const checkEveryMs = 20 * 60 * 1000;

/** Whether a night has come since the newest backup; a node that was off then catches up in the morning. */
export function isDue(now: number, newestMadeAt: number | null): boolean {
  const night = new Date(now);
  night.setHours(hour, 0, 0, 0);
  if (night.getTime() > now) night.setDate(night.getDate() - 1);
  return newestMadeAt === null || newestMadeAt < night.getTime();
}

/** Makes a backup each night and lets the oldest go. The answered function ends it. */
export function startNightlyBackups(
  backups: BackupService,
  clock: Clock,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const check = async (): Promise<void> => {
    try {
      if (isDue(clock.now(), backups.list()[0]?.made_at ?? null)) {
        await backups.make();
        backups.rotate();
      }
    } catch (error) {
      onError(error);
    }
  };
  const plan = (waitMs: number): void => {
    if (isStopped) return;
    timer = setTimeout(() => void check().then(() => plan(checkEveryMs)), waitMs);
    timer.unref();
  };
  if (backups.settings.isNightly) plan(firstCheckMs);
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await backups.close();
  };
}
