/** What came of a scenario. Everything from `lost` on has to be nothing. */
export interface Tally {
  cycles: number;
  /** Things whose writer was told that they are kept. */
  acknowledged: number;
  refused: number;
  /** The process or the connection ended before an answer came. */
  unknown: number;
  /** Acknowledged, but not there at the end. */
  lost: number;
  /** There more than once. */
  doubled: number;
  /** Refused, but there all the same. */
  undead: number;
  /** Damaged files, consoles that differ from their node. */
  faults: string[];
  /** What the kills met, where that can be told. */
  note?: string;
}

export interface ScenarioOptions {
  cycles: number;
  /** How long a stopped process stands still, and a silent road stays silent. */
  stallMs: number;
  /** How many a console fetches at first, where that is interrupted: a page has 500. */
  tickets: number;
}

export interface Scenario {
  name: string;
  /** For the long run. */
  cycles: number;
  /** Null where this machine cannot do it. */
  run: (options: ScenarioOptions) => Promise<Tally | null>;
}

export const isClean = ({ lost, doubled, undead, faults }: Tally): boolean =>
  lost + doubled + undead + faults.length === 0;

/** A moment that nobody can foresee. */
export const randomMs = (from: number, to: number): number => from + Math.random() * (to - from);
