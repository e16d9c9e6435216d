import type { ClockReport } from '#shared/model/sla/sla-clock.ts';
import { findHoliday, type WorkingCalendar } from '#shared/model/sla/working-calendar.ts';
import { nextDay, toLocalTime, weekdayOf } from '#shared/model/sla/zoned-time.ts';
import type { SlaPolicy } from '../../sla/sla-policy.repo.ts';
import type { SlaPreview } from '../../sla/sla-policy.service.ts';
import type { TicketClock, TicketSla } from '../../sla/ticket-sla.service.ts';
import { toV1Date, toV1DateOrNull } from './dates.ts';

const minuteMs = 60_000;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const weekdayName = (day: string): string => weekdays[weekdayOf(day)] ?? '';

const inMinutes = (ms: number): number => Math.round(ms / 600) / 100;

function clockFace(minutes: number): string {
  const whole = Math.floor(minutes);
  return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** "Friday 2026-11-27 16:30", by the calendar's clock. */
function inWords(atMs: number, { time_zone }: WorkingCalendar): string {
  const { day, minutes } = toLocalTime(atMs, time_zone);
  return `${weekdayName(day)} ${day} ${clockFace(minutes)}`;
}

function presentSteps({ spans }: ClockReport, { time_zone }: WorkingCalendar) {
  return spans.map(({ day, from, to }) => {
    const end = toLocalTime(to, time_zone);
    return {
      day,
      weekday: weekdayName(day),
      from: clockFace(toLocalTime(from, time_zone).minutes),
      to: clockFace(end.day === day ? end.minutes : 1440),
      minutes: inMinutes(to - from),
    };
  });
}

/** The days between two steps on which nobody works, and why. */
function explainGap(from: string, to: string, calendar: WorkingCalendar): string[] {
  const off: string[] = [];
  for (let day = nextDay(from); day < to && off.length < 20; day = nextDay(day)) {
    const holiday = findHoliday(calendar, day);
    off.push(`${weekdayName(day)} ${day} does not count: ${holiday?.name ?? 'no working hours'}.`);
  }
  return off;
}

/** Why it is due then, sentence by sentence. */
function explain(report: ClockReport, createdAt: number, calendar: WorkingCalendar): string[] {
  const lines = [
    `Created ${inWords(createdAt, calendar)} (${calendar.time_zone}).`,
    `${report.targetMinutes} working minutes are promised.`,
  ];
  const steps = presentSteps(report, calendar);
  let last = toLocalTime(createdAt, calendar.time_zone).day;
  for (const { day, weekday, from, to, minutes } of steps) {
    lines.push(
      ...explainGap(last, day, calendar),
      `${weekday} ${day} from ${from} to ${to}: ${minutes} minutes.`,
    );
    last = day;
  }
  for (const { status, from, to } of report.pauses) {
    const end = to === null ? 'It still does' : `Until ${inWords(to, calendar)}`;
    lines.push(`The clock stood still from ${inWords(from, calendar)} on (${status}). ${end}.`);
  }
  lines.push(report.dueAt === null ? 'It is not due now.' : `Due ${inWords(report.dueAt, calendar)}.`);
  return lines;
}

function presentPreviewed(report: ClockReport, createdAt: number, calendar: WorkingCalendar) {
  return {
    target_minutes: report.targetMinutes,
    steps: presentSteps(report, calendar),
    due_at: toV1DateOrNull(report.dueAt),
    due: report.dueAt === null ? null : inWords(report.dueAt, calendar),
    explanation: explain(report, createdAt, calendar),
  };
}

export function presentPreview(preview: SlaPreview, createdAt: number, calendar: WorkingCalendar) {
  return {
    created: inWords(createdAt, calendar),
    time_zone: calendar.time_zone,
    first_response: presentPreviewed(preview.response, createdAt, calendar),
    resolution:
      preview.resolution === null ? null : presentPreviewed(preview.resolution, createdAt, calendar),
  };
}

function stateOf({ dueAt, doneAt, isBreached, report }: TicketClock) {
  if (isBreached) return 'missed';
  if (doneAt !== null) return 'met';
  if (dueAt !== null) return 'running';
  return report === null ? 'none' : 'paused';
}

function presentClock(clock: TicketClock, { ticket, rules: { calendar } }: TicketSla) {
  const { report } = clock;
  const explained = report === null ? [] : explain(report, ticket.created_at, calendar);
  const byHand =
    clock.dueAt === null ? 'Set by hand.' : `Set by hand: due ${inWords(clock.dueAt, calendar)}.`;
  return {
    state: stateOf(clock),
    due_at: toV1DateOrNull(clock.dueAt),
    is_manual: clock.isManual,
    is_breached: clock.isBreached,
    done_at: toV1DateOrNull(clock.doneAt),
    computed_due_at: toV1DateOrNull(report?.dueAt ?? null),
    elapsed_minutes: report === null ? null : inMinutes(report.elapsedMs),
    remaining_minutes: report === null ? null : inMinutes(report.targetMinutes * minuteMs - report.elapsedMs),
    target_minutes: report?.targetMinutes ?? null,
    steps: report === null ? [] : presentSteps(report, calendar),
    pauses: (report?.pauses ?? []).map(({ status, from, to }) => ({
      status,
      from: toV1Date(from),
      to: toV1DateOrNull(to),
    })),
    explanation: clock.isManual ? [byHand] : explained.length === 0 ? ['No time was promised.'] : explained,
  } as const;
}

export function presentTicketSla(sla: TicketSla) {
  return {
    ticket_id: sla.ticket.code,
    now: toV1Date(sla.now),
    policy: sla.policy,
    time_zone: sla.rules.calendar.time_zone,
    first_response: presentClock(sla.response, sla),
    resolution: presentClock(sla.resolution, sla),
  };
}

export function presentPolicy({ isActive, createdAt, updatedAt, ...policy }: SlaPolicy) {
  const { id, name, position, version, rules } = policy;
  return {
    id,
    name,
    position,
    is_active: isActive,
    version,
    rules,
    created_at: toV1Date(createdAt),
    updated_at: toV1Date(updatedAt),
  };
}
