/** Who the matrix of access asks as, in the order of its columns. `departed` was deactivated while signed in. */
export const askers = [
  'nobody',
  'departed',
  'customer',
  'neighbour',
  'agent',
  'colleague',
  'applicant',
  'admin',
  'superadmin',
] as const;

/** The status for each of them. */
export type Statuses = readonly [number, number, number, number, number, number, number, number, number];

/**
 * What one route answers. `:ticket_id` and the like stand for a ticket of the customer on which the agent works, made
 * anew for each request, `:user_id` and the like for an agent of their own; `#` in a body for a number never used.
 */
export interface Expectation {
  /** Method and path, as the node's table of routes has them. */
  route: string;
  statuses: Statuses;
  body?: object;
  /** Where the ticket has got to; in progress when left out. */
  at?: 'new' | 'opened' | 'in_progress' | 'resolved';
  /** Added to the path. */
  query?: string;
  /** Ends the session that it is sent with. */
  isLastOfSession?: boolean;
}

/** Whoever asks, and whether they are known. */
export const everybody = (status: number): Statuses => [
  status,
  status,
  status,
  status,
  status,
  status,
  status,
  status,
  status,
];
