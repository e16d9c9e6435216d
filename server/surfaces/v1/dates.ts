/** "2025-12-05T18:30:00": UTC without a letter for the zone and without fractions (contract, B10). */
export function toV1Date(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19);
}

export function toV1DateOrNull(atMs: number | null): string | null {
  return atMs === null ? null : toV1Date(atMs);
}

const dayMs = 86_400_000;

/** The first moment of a UTC day written YYYY-MM-DD. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The first moment after the day: `to_date` includes the whole of it. */
export function dayEnd(day: string): number {
  return dayStart(day) + dayMs;
}
