/** "2026-01-09T10:30:00Z": UTC without fractions, as every document but the admin-dashboard's has it (contract, B10). */
export function toUtcDate(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}

export function toUtcDateOrNull(atMs: number | null): string | null {
  return atMs === null ? null : toUtcDate(atMs);
}
