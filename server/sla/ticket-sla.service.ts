import { endedAt, isResolutionBreached, isResponseBreached, respondedAt } from '#shared/model/breach.ts';
import type { Clock } from '#shared/model/clock.ts';
import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import { explainResolution, explainResponse, type ClockReport } from '#shared/model/sla/sla-clock.ts';
import { documentedSlaRules, type SlaRules } from '#shared/model/sla/sla-rules.ts';
import type { Database } from '../database/database.ts';
import type { Read, Reader } from '../tickets/ticket-read.service.ts';
import { findTicketById, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { SlaClocks } from './sla-clocks.ts';

/** One clock of a ticket, as it stands. */
export interface TicketClock {
  /** Null while it stands still, and when nothing was promised or set. */
  dueAt: number | null;
  isManual: boolean;
  doneAt: number | null;
  isBreached: boolean;
  /** How the policy comes to its due time, whatever was set by hand; null when it promises nothing. */
  report: ClockReport | null;
}

export interface TicketSla {
  ticket: StoredTicket;
  /** Null where the documented times hold. */
  policy: { id: number; name: string; version: number } | null;
  rules: SlaRules;
  response: TicketClock;
  resolution: TicketClock;
  /** When this was so, ms UTC. */
  now: number;
}

export interface TicketSlaDeps {
  database: Database;
  clock: Clock;
  clocks: SlaClocks;
}

/** Explains a ticket's due times: which policy, which hours, what was paused. */
export class TicketSlaService {
  readonly #deps: TicketSlaDeps;

  constructor(deps: TicketSlaDeps) {
    this.#deps = deps;
  }

  read(id: number, { actor, rules: ruleSet }: Reader): Promise<Read<TicketSla>> {
    const { database, clock, clocks } = this.#deps;
    return database.readAtOnce(async (db) => {
      const ticket = await findTicketById(db, id);
      if (ticket === null) return { kind: 'not_found' };
      if (!isPermitted(actor, 'view', scopeOf(ticket), ruleSet)) return { kind: 'forbidden' };
      const { policyId, policy, isResolutionManual, moves } = await clocks.read(db, id);
      const { rules } = policy ?? { rules: documentedSlaRules };
      const now = clock.now();
      const clocked = { ...ticket, moves };
      const [responded, ended] = [respondedAt(ticket), endedAt(ticket)];
      return {
        kind: 'found',
        value: {
          ticket,
          policy:
            policy === null || policyId === null
              ? null
              : { id: policyId, name: policy.name, version: policy.version },
          rules,
          response: {
            dueAt: ticket.response_due_at,
            isManual: ticket.response_due_manual === 1,
            doneAt: responded,
            isBreached: isResponseBreached(ticket, now),
            report: explainResponse(rules, clocked, { now, doneAt: responded }),
          },
          resolution: {
            dueAt: ticket.resolution_due_at,
            isManual: isResolutionManual,
            doneAt: ended,
            isBreached: isResolutionBreached(ticket, now),
            report: explainResolution(rules, clocked, { now, doneAt: ended }),
          },
          now,
        },
      };
    });
  }
}
