import { z } from 'zod';
import { departments } from '../../model/department.ts';
import { priorities } from '../../model/priority.ts';
import { statuses } from '../../model/status.ts';
import { sources } from '../../model/ticket.ts';
import { uidSchema } from '../../model/uid.ts';
import { nodeCall, wholeNumber } from '../node-call.ts';
import { adminCall } from './admin-call.ts';

const moment = wholeNumber();

/** Which tickets are meant; the conditions combine. Moments and lengths are ms, and `before` is not included. */
export const ticketConditions = z.strictObject({
  created_from: moment.optional(),
  created_before: moment.optional(),
  /** When it was resolved, or closed without that. Who reopens a ticket takes that away. */
  ended_from: moment.optional(),
  ended_before: moment.optional(),
  rated_from: moment.optional(),
  rated_before: moment.optional(),
  is_open: z.literal('yes').optional(),
  /** 0 stands for nobody. */
  assignee_id: wholeNumber().optional(),
  category: z.enum(departments).optional(),
  source: z.enum(sources).optional(),
  priority: z.enum(priorities).optional(),
  /** Whether staff answered, and how that went by the time that was promised for it. */
  response: z.enum(['answered', 'met', 'missed', 'pending']).optional(),
  resolution: z.enum(['met', 'missed', 'pending']).optional(),
  /** From creation to the first answer, and to the end. */
  response_ms_from: moment.optional(),
  resolution_ms_from: moment.optional(),
  rating: wholeNumber({ min: 1, max: 5 }).optional(),
  /** Came in by this import. */
  import_id: wholeNumber({ min: 1 }).optional(),
  /** A macro was used on it, as far back as uses are counted. */
  macro_id: wholeNumber({ min: 1 }).optional(),
});
export type TicketConditions = z.output<typeof ticketConditions>;

/** What a dashboard looks at: a span of time, cut into days of a time zone, and perhaps a part of the desk. */
export const scopeSchema = z.strictObject({
  from: moment,
  before: moment,
  /** IANA name of the time zone whose days are meant. */
  zone: z.string().max(60),
  assignee_id: wholeNumber().optional(),
  category: z.enum(departments).optional(),
  source: z.enum(sources).optional(),
});
export type FigureScope = z.output<typeof scopeSchema>;

/** Most days that one dashboard may span. */
export const maxDays = 366;

/** The nearest-rank percentiles of a length of time: so many of a hundred took at most as long. Null without any. */
const percentilesSchema = z.strictObject({
  count: z.int(),
  p50: z.int().nullable(),
  p90: z.int().nullable(),
  p95: z.int().nullable(),
});
export type Percentiles = z.infer<typeof percentilesSchema>;

const slaSchema = z.strictObject({ met: z.int(), missed: z.int(), pending: z.int() });

export type SlaFigures = z.infer<typeof slaSchema>;

/** The figures of one part of the desk; the tickets behind them are found with `conditionsBehind`. */
export const figuresSchema = z.strictObject({
  created: z.int(),
  ended: z.int(),
  first_response: percentilesSchema,
  resolution: percentilesSchema,
  response_sla: slaSchema,
  resolution_sla: slaSchema,
  rating: z.strictObject({
    count: z.int(),
    mean: z.number().nullable(),
    /** How often each of 1 to 5 was given. */
    by_rating: z.array(z.int()).length(5),
  }),
});
export type Figures = z.infer<typeof figuresSchema>;

export const groupings = ['agent', 'category', 'channel'] as const;
export type Grouping = (typeof groupings)[number];

const daySchema = z.strictObject({
  at: z.int(),
  before: z.int(),
  created: z.int(),
  ended: z.int(),
  /** Open at the end of the day, or now on a day that is not over. */
  backlog: z.int(),
});
export type FigureDay = z.infer<typeof daySchema>;

const listedTicketSchema = z.strictObject({
  id: z.int(),
  uid: uidSchema,
  subject: z.string(),
  status: z.enum(statuses),
  priority: z.enum(priorities),
  category: z.enum(departments),
  source: z.enum(sources),
  requester_name: z.string().nullable(),
  assignee_name: z.string().nullable(),
  created_at: z.int(),
  first_responded_at: z.int().nullable(),
  ended_at: z.int().nullable(),
  rating: z.int().nullable(),
});

export const figureCalls = {
  overview: adminCall({
    method: 'GET',
    path: '/overview',
    query: scopeSchema,
    answer: z.strictObject({
      /** At this moment, whatever the span. */
      backlog: z.int(),
      unassigned: z.int(),
      figures: figuresSchema,
      days: z.array(daySchema),
    }),
  }),
  /** The same figures for each agent, category or channel, the busiest first. */
  groups: adminCall({
    method: 'GET',
    path: '/overview/groups',
    query: scopeSchema.extend({ by: z.enum(groupings) }),
    answer: z.strictObject({
      groups: z.array(
        z.strictObject({
          /** An agent's id (0 for nobody), a category or a channel. */
          key: z.string(),
          /** An agent's name. */
          name: z.string().nullable(),
          figures: figuresSchema,
        }),
      ),
    }),
  }),
  /** The tickets behind a figure: what was created, or ended, last comes first. `after` is the `next` of a page. */
  tickets: adminCall({
    method: 'GET',
    path: '/tickets',
    query: ticketConditions.extend({
      after: z
        .string()
        .regex(/^\d{1,15}_\d{1,15}$/)
        .optional(),
      limit: wholeNumber({ min: 1, max: 200 }).default(50),
    }),
    answer: z.strictObject({
      items: z.array(listedTicketSchema),
      next: z.string().nullable(),
      total: z.int(),
    }),
  }),
};

/** The figures as CSV: one line for each day, or for each of a group. */
export const exportFiguresCall = nodeCall({
  method: 'GET',
  path: '/api/console/admin/overview.csv',
  query: scopeSchema.extend({ table: z.enum(['days', ...groupings]) }),
  answer: z.string(),
});

/** Every number that a dashboard shows of tickets. */
export type FigureName =
  | 'created'
  | 'ended'
  | 'backlog'
  | 'unassigned'
  | 'answered'
  | 'resolved'
  | 'response_met'
  | 'response_missed'
  | 'response_pending'
  | 'resolution_met'
  | 'resolution_missed'
  | 'resolution_pending'
  | 'rated';

/** The conditions of the tickets that a figure counts, so that every number can be looked behind. */
export function conditionsBehind(figure: FigureName, scope: Omit<FigureScope, 'zone'>): TicketConditions {
  const { from, before, ...part } = scope;
  const created = { ...part, created_from: from, created_before: before };
  const ended = { ...part, ended_from: from, ended_before: before };
  switch (figure) {
    case 'created':
      return created;
    case 'ended':
    case 'resolved':
      return ended;
    case 'backlog':
      return { ...part, is_open: 'yes' };
    case 'unassigned':
      return { ...part, is_open: 'yes', assignee_id: 0 };
    case 'answered':
      return { ...created, response: 'answered' };
    case 'response_met':
      return { ...created, response: 'met' };
    case 'response_missed':
      return { ...created, response: 'missed' };
    case 'response_pending':
      return { ...created, response: 'pending' };
    case 'resolution_met':
      return { ...created, resolution: 'met' };
    case 'resolution_missed':
      return { ...created, resolution: 'missed' };
    case 'resolution_pending':
      return { ...created, resolution: 'pending' };
    case 'rated':
      return { ...part, rated_from: from, rated_before: before };
  }
}
