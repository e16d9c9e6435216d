import type { Department } from '#shared/model/department.ts';
import type { Candidate } from './choose-agent.ts';

/** Why a ticket went to this agent, as it was then; kept with the activity. */
export interface Explanation {
  because: string;
  department: Department;
  /** Of the chosen agent, before this ticket. */
  active: number;
  capacity: number;
  /** Agents of the department who were available, the chosen one among them. */
  available: number;
  /** Those of them who could take no more. */
  full: number;
}

const percentOf = ({ active, capacity }: Candidate): number => Math.round((active / capacity) * 100);

export function explainChoice(
  department: Department,
  chosen: Candidate,
  candidates: readonly Candidate[],
): Explanation {
  const { active, capacity } = chosen;
  const full = candidates.filter((each) => each.active >= each.capacity).length;
  const others = candidates.length - full - 1;
  const isTied = candidates.some(
    (each) => each.id !== chosen.id && each.active * capacity === active * each.capacity,
  );
  const load = `has ${active} of ${capacity} tickets (${percentOf(chosen)}%)`;
  const rank =
    others === 0
      ? `nobody else in ${department} can take one`
      : isTied
        ? `is the one among equals in ${department} who has waited longest`
        : `nobody in ${department} has a lower share of their capacity in use`;
  return {
    because: `because ${chosen.username} ${load} and ${rank}`,
    department,
    active,
    capacity,
    available: candidates.length,
    full,
  };
}
