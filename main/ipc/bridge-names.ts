import type { BridgeGroup } from './channels.ts';

/** The names of the contract's calls and events, without their schemas: all that the preload has to know. */
export type BridgeNames = Readonly<
  Record<BridgeGroup, { readonly calls: readonly string[]; readonly events: readonly string[] }>
>;

const prefix = '--waypost-bridge=';

/**
 * Main hands the names over when it opens a window, so that the preload is derived from the contract and carries no
 * schemas.
 */
export function toBridgeArgument(names: BridgeNames): string {
  return prefix + JSON.stringify(names);
}

export function readBridgeArgument(argv: readonly string[]): BridgeNames {
  const argument = argv.find((candidate) => candidate.startsWith(prefix));
  if (argument === undefined) throw new Error('The bridge was opened without its names');
  return JSON.parse(argument.slice(prefix.length)) as BridgeNames;
}
