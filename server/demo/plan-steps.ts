import { responseSlaMsByPriority, type Priority } from '#shared/model/priority.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Rating } from '../feedback/feedback.service.ts';
import type { Dice } from './dice.ts';
import type { Step } from './plan.ts';
import type { Turn } from './story.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How a made-up ticket turns out. */
export const weightByPlot = {
  finished: 45,
  underway: 11,
  waiting: 8,
  held: 7,
  unanswered: 8,
  fresh: 9,
  cancelled: 4,
  approval: 3,
  reopened: 6,
} as const;

export type Plot = keyof typeof weightByPlot;

const weightByRating = { '1': 5, '2': 7, '3': 13, '4': 29, '5': 46 } as const;

const commentsByRating: Readonly<Record<Rating, readonly string[]>> = {
  1: ['I had to explain everything three times.'],
  2: ['It took far too long.'],
  3: ['Solved in the end.'],
  4: ['Good, only the first answer could have come sooner.'],
  5: ['Quick and friendly, thank you!', 'Exactly what I needed.'],
};

/** How long ago such a ticket was opened, in ms. */
export function drawAge(plot: Plot, dice: Dice): number {
  switch (plot) {
    case 'fresh':
      return dice.between(2 * minuteMs, 110 * minuteMs);
    case 'unanswered':
      return dice.between(2 * hourMs, 2.5 * dayMs);
    case 'underway':
      return dice.between(6 * hourMs, 5 * dayMs);
    case 'waiting':
    case 'held':
    case 'reopened':
      return dice.between(10 * hourMs, 12 * dayMs);
    case 'finished':
    case 'cancelled':
    case 'approval':
      return dice.between(2 * hourMs, 30 * dayMs);
  }
}

export interface Cast {
  admin: Actor;
  agent: Actor;
  /** Takes over when the ticket is handed on. */
  colleague: Actor;
}

export interface Script {
  plot: Plot;
  turns: readonly Turn[];
  priority: Priority;
  createdAt: number;
}

/** One ticket's life as a list of steps, written in the order of time. Steps may lie in the future. */
export class StepWriter {
  readonly #dice: Dice;
  readonly #cast: Cast;
  readonly #script: Script;
  readonly #steps: Step[];
  #at: number;
  #agent: Actor;

  constructor(script: Script, cast: Cast, dice: Dice) {
    this.#dice = dice;
    this.#cast = cast;
    this.#script = script;
    this.#agent = cast.agent;
    this.#at = script.createdAt;
    this.#steps = [{ kind: 'open', at: this.#at }];
  }

  write(): Step[] {
    const { plot, turns } = this.#script;
    if (plot === 'fresh' || plot === 'unanswered') {
      if (this.#dice.chance(0.35)) this.#assign();
      return this.#steps;
    }
    this.#assign();
    if (plot === 'cancelled') this.#cancel();
    else if (plot === 'underway') this.#play(turns.slice(0, -1));
    else if (plot === 'waiting' || plot === 'held') this.#stall();
    else this.#finish();
    return this.#steps;
  }

  #pass(minMs: number, maxMs: number): number {
    this.#at += this.#dice.whole(minMs, maxMs);
    return this.#at;
  }

  #assign(): void {
    const { admin } = this.#cast;
    const by = this.#dice.chance(0.6) ? this.#agent : admin;
    this.#steps.push({ kind: 'assign', at: this.#pass(minuteMs, 12 * minuteMs), by, to: this.#agent });
  }

  /** Most first answers keep the promised time, some do not. */
  #passUntilAnswer(): number {
    const { createdAt, priority } = this.#script;
    const share = this.#dice.chance(0.83) ? this.#dice.between(0.1, 0.85) : this.#dice.between(1.05, 2.4);
    const answeredAt = createdAt + Math.floor(share * responseSlaMsByPriority[priority]);
    this.#at = Math.max(this.#at + minuteMs, answeredAt);
    return this.#at;
  }

  #play(turns: readonly Turn[]): void {
    let isAnswered = false;
    for (const [index, [who, text]] of turns.entries()) {
      if (who === 'customer')
        this.#steps.push({ kind: 'customer', at: this.#pass(8 * minuteMs, 7 * hourMs), text });
      if (who === 'note') {
        this.#steps.push({
          kind: 'note',
          at: this.#pass(2 * minuteMs, 20 * minuteMs),
          by: this.#agent,
          text,
        });
      }
      if (who !== 'agent') continue;
      if (isAnswered && index > 1 && this.#dice.chance(0.25)) this.#handOn();
      const at = isAnswered ? this.#pass(6 * minuteMs, 5 * hourMs) : this.#passUntilAnswer();
      this.#steps.push({ kind: 'reply', at, by: this.#agent, text });
      if (!isAnswered) this.#steps.push({ kind: 'status', at, by: this.#agent, to: 'in_progress' });
      isAnswered = true;
    }
  }

  #handOn(): void {
    const { admin, colleague } = this.#cast;
    if (colleague.id === this.#agent.id) return;
    const at = this.#pass(4 * minuteMs, 40 * minuteMs);
    this.#steps.push({ kind: 'assign', at, by: admin, to: colleague, reason: 'End of the shift' });
    this.#agent = colleague;
  }

  #cancel(): void {
    this.#steps.push({
      kind: 'customer',
      at: this.#pass(20 * minuteMs, 5 * hourMs),
      text: 'Never mind, it has solved itself. You can close this.',
    });
    this.#steps.push({
      kind: 'status',
      at: this.#pass(3 * minuteMs, hourMs),
      by: this.#agent,
      to: 'cancelled',
    });
  }

  /** Plays up to an answer of the agent, and there it stands. */
  #stall(): void {
    const { plot, turns } = this.#script;
    const firstAnswer = turns.findIndex(([who]) => who === 'agent');
    this.#play(turns.slice(0, firstAnswer + 1));
    if (plot === 'waiting') {
      this.#steps.push({ kind: 'status', at: this.#at, by: this.#agent, to: 'waiting_user' });
      return;
    }
    const text = 'Depends on an answer from outside. I look at it again as soon as they call back.';
    this.#steps.push({ kind: 'note', at: this.#pass(5 * minuteMs, 2 * hourMs), by: this.#agent, text });
    this.#steps.push({ kind: 'status', at: this.#at, by: this.#agent, to: 'on_hold' });
  }

  #finish(): void {
    const { plot, turns, priority } = this.#script;
    if (priority === 'medium' && this.#dice.chance(0.12)) {
      this.#steps.push({
        kind: 'priority',
        at: this.#pass(minuteMs, 5 * minuteMs),
        by: this.#agent,
        to: 'high',
      });
    }
    this.#play(turns);
    const notes = this.#dice.pick([
      'Solved, customer confirmed.',
      'Solved.',
      'Done as agreed with the customer.',
    ]);
    const resolvedAt = this.#pass(5 * minuteMs, 3 * hourMs);
    this.#steps.push({ kind: 'status', at: resolvedAt, by: this.#agent, to: 'resolved', notes });
    if (plot === 'approval') {
      this.#steps.push({
        kind: 'status',
        at: this.#pass(minuteMs, hourMs),
        by: this.#agent,
        to: 'waiting_approval',
      });
    } else if (plot === 'reopened') {
      const text =
        'Sorry to come back to this, but something is still open here. Could you have another look?';
      this.#steps.push({ kind: 'customer', at: this.#pass(2 * hourMs, 20 * hourMs), text });
    } else {
      if (this.#dice.chance(0.6)) this.#rate();
      const at = this.#pass(dayMs, 3 * dayMs);
      this.#steps.push({ kind: 'status', at, by: this.#cast.admin, to: 'closed' });
    }
  }

  /** Most customers who say anything are content. */
  #rate(): void {
    const rating = Number(this.#dice.pickWeighted(weightByRating)) as Rating;
    const comment = this.#dice.chance(0.3) ? this.#dice.pick(commentsByRating[rating]) : null;
    this.#steps.push({ kind: 'rate', at: this.#pass(10 * minuteMs, 8 * hourMs), rating, comment });
  }
}
