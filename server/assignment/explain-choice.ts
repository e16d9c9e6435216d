import type { Department } from '#shared/model/department.ts';
import type { Candidate } from './choose-agent.ts';

/** Whether nobody else could, an equal waited less long, or everybody else had a larger share in use. */
export const choiceRanks = ['only', 'tied', 'lowest'] as const;
export type ChoiceRank = (typeof choiceRanks)[number];

/** Why a ticket went to this agent, as it was then; kept with the activity. */
export interface Explanation {
  because: string;
  rank: ChoiceRank;
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
  const rank = others === 0 ? 'only' : isTied ? 'tied' : 'lowest';
  return {
    because: `because ${chosen.username} ${load} and ${rankText(rank, department)}`,
    rank,
    department,
    active,
    capacity,
    available: candidates.length,
    full,
  };
}

function rankText(rank: ChoiceRank, department: Department): string {
  switch (rank) {
    case 'only':
      return `nobody else in ${department} can take one`;
    case 'tied':
      return `is the one among equals in ${department} who has waited longest`;
    case 'lowest':
      return `nobody in ${department} has a lower share of their capacity in use`;
  }
}
