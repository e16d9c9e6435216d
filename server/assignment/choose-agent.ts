/** An agent who could be given one more ticket. */
export interface Candidate {
  id: number;
  username: string;
  /** Tickets on their desk that are not done. */
  active: number;
  capacity: number;
  /** Ms UTC; null when they were never given one. */
  lastAssignedAt: number | null;
}

/** Negative when `a` comes first: the lower share of its capacity in use, then the longer wait, then the lower id. */
function compareCandidates(a: Candidate, b: Candidate): number {
  // Multiplied out, so that equal shares are equal: 1/3 and 2/6.
  const byUtilisation = a.active * b.capacity - b.active * a.capacity;
  if (byUtilisation !== 0) return byUtilisation;
  const byWait = (a.lastAssignedAt ?? -1) - (b.lastAssignedAt ?? -1);
  return byWait === 0 ? a.id - b.id : byWait;
}

/** Whom the next ticket goes to; null when everybody has as many as they can take. */
export function chooseAgent(candidates: readonly Candidate[]): Candidate | null {
  const [first] = candidates.filter(({ active, capacity }) => active < capacity).toSorted(compareCandidates);
  return first ?? null;
}
