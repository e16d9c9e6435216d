interface BotDay {
  /** `2026-11-29`, UTC. */
  day: string;
  queries: number;
  escalated: number;
}

const dayMs = 24 * 3_600_000;

/** Every day of the span up to `now`, with nothing on those that the report leaves out. */
export function fillDays(known: readonly BotDay[], days: number, now: number) {
  const today = Math.floor(now / dayMs) * dayMs;
  return Array.from({ length: days }, (_, index) => {
    const at = today - (days - 1 - index) * dayMs;
    const day = new Date(at).toISOString().slice(0, 10);
    const { queries = 0, escalated = 0 } = known.find((each) => each.day === day) ?? {};
    return { at, queries, escalated };
  });
}
