/** Times of day on this computer's clock, `22:30`; they may go over midnight. */
export interface QuietHours {
  from: string;
  to: string;
}

const minutesPerDay = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** How long it stays quiet, in minutes; 0 while it is not. Hours that begin and end at the same time are none. */
export function quietMinutesLeft({ from, to }: QuietHours, now: Date): number {
  const [begin, end, at] = [minutesOf(from), minutesOf(to), now.getHours() * 60 + now.getMinutes()];
  const length = (end - begin + minutesPerDay) % minutesPerDay;
  const elapsed = (at - begin + minutesPerDay) % minutesPerDay;
  return elapsed < length ? length - elapsed : 0;
}
