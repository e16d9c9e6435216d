export const priorities = ['critical', 'high', 'medium', 'low'] as const;

export type Priority = (typeof priorities)[number];

const minuteMs = 60_000;

/** Time to the first response by priority; critical counts as high (incident-management document, "SLA"). */
export const responseSlaMsByPriority: Record<Priority, number> = {
  critical: 30 * minuteMs,
  high: 30 * minuteMs,
  medium: 120 * minuteMs,
  low: 1440 * minuteMs,
};

/** When the first response to a ticket created at `createdAt` (ms, UTC) is due. */
export function responseDueAt(priority: Priority, createdAt: number): number {
  return createdAt + responseSlaMsByPriority[priority];
}
