export const statuses = [
  'new',
  'opened',
  'in_progress',
  'on_hold',
  'waiting_user',
  'resolved',
  'waiting_approval',
  'closed',
  'cancelled',
] as const;

export type Status = (typeof statuses)[number];

/** For each status, the ones that a ticket may move to. */
export type Transitions = Readonly<Record<Status, readonly Status[]>>;

/** The canonical machine, used by the console. Surfaces with narrower rules bring their own table. */
export const canonicalTransitions: Transitions = {
  new: ['opened', 'in_progress', 'on_hold', 'waiting_user', 'resolved', 'closed', 'cancelled'],
  opened: ['in_progress', 'on_hold', 'waiting_user', 'resolved', 'closed', 'cancelled'],
  in_progress: ['opened', 'on_hold', 'waiting_user', 'resolved', 'closed', 'cancelled'],
  on_hold: ['opened', 'in_progress', 'waiting_user', 'resolved', 'closed', 'cancelled'],
  waiting_user: ['opened', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'],
  resolved: ['opened', 'in_progress', 'waiting_approval', 'closed'],
  waiting_approval: ['opened', 'in_progress', 'resolved', 'closed'],
  closed: ['opened'],
  cancelled: ['opened'],
};

/** Work remains to be done, by us or by the customer. */
export const openStatuses = [
  'new',
  'opened',
  'in_progress',
  'on_hold',
  'waiting_user',
] as const satisfies Status[];

/** Work pauses until somebody else moves. */
export const waitingStatuses = ['on_hold', 'waiting_user'] as const satisfies Status[];

export const doneStatuses = [
  'resolved',
  'waiting_approval',
  'closed',
  'cancelled',
] as const satisfies Status[];

export function isOpen(status: Status): boolean {
  return (openStatuses as readonly Status[]).includes(status);
}

/** The columns that follow from a ticket's status. All times in ms, UTC. */
export interface StatusTimes {
  status: Status;
  opened_at: number | null;
  started_at: number | null;
  resolved_at: number | null;
  closed_at: number | null;
}

/**
 * The status columns after a move to `to`. Reopening clears the times of the end; a ticket that nobody ever
 * acknowledged reopens as new (contract, C4). The caller has checked that the move is legal.
 */
export function moveStatus(current: StatusTimes, to: Status, now: number): StatusTimes {
  const reopened: StatusTimes = { ...current, resolved_at: null, closed_at: null };
  switch (to) {
    case 'new':
      return { ...reopened, status: 'new' };
    case 'opened':
      if (current.status !== 'new' && current.opened_at === null) return { ...reopened, status: 'new' };
      return { ...reopened, status: 'opened', opened_at: current.opened_at ?? now };
    case 'in_progress':
      return {
        ...reopened,
        status: to,
        opened_at: current.opened_at ?? now,
        started_at: current.started_at ?? now,
      };
    case 'on_hold':
    case 'waiting_user':
      return { ...reopened, status: to, opened_at: current.opened_at ?? now };
    case 'resolved':
    case 'waiting_approval':
      return { ...current, status: to, resolved_at: current.resolved_at ?? now, closed_at: null };
    case 'closed':
    case 'cancelled':
      return { ...current, status: to, closed_at: now };
  }
}
