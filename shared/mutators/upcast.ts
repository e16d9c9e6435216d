import { findMutator, type MutatorName } from './registry.ts';

/** Brings a mutation's arguments from one version to the next. What it cannot fill in, it leaves out or asks nobody. */
export type Upcaster = (args: Record<string, unknown>) => Record<string, unknown>;

/**
 * By mutator and by the version they start from. A console may hold mutations of an older version for weeks: whoever
 * raises a mutator's version adds the step from the one before, and never takes a step away.
 */
export type UpcasterRegistry = Partial<Record<MutatorName, Record<number, Upcaster>>>;
export const upcasters: UpcasterRegistry = {
  // What came with the second versions may be left out.
  'ticket-create': { 1: (args) => args },
  'ticket-note': { 1: (args) => args },
};

/** `newer`: written by a later Waypost than this one. `unknown`: no such mutator, or a step is missing. */
export type Upcast =
  | { kind: 'current'; version: number; args: unknown }
  | { kind: 'newer' }
  | { kind: 'unknown' };

export function upcast(
  { name, version, args }: { name: string; version: number; args: unknown },
  registry: UpcasterRegistry = upcasters,
  versionOf: (name: string) => number | null = (wanted) => findMutator(wanted)?.version ?? null,
): Upcast {
  const current = versionOf(name);
  if (current === null) return { kind: 'unknown' };
  if (version > current) return { kind: 'newer' };
  let brought = args;
  for (let from = version; from < current; from += 1) {
    const step = registry[name as MutatorName]?.[from];
    if (step === undefined || typeof brought !== 'object' || brought === null) return { kind: 'unknown' };
    brought = step(brought as Record<string, unknown>);
  }
  return { kind: 'current', version: current, args: brought };
}
