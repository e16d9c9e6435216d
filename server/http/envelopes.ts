import type { DeskErrorData } from '#shared/protocol/errors.ts';

/** How a surface spells a failure. */
type Envelope = (failure: DeskErrorData) => object;

/** admin-dashboard and it-support documents. */
const detail: Envelope = ({ message }) => ({ detail: message });

/** The console's own: the whole failure, for its code to act on. */
const deskError: Envelope = (failure) => ({ error: failure });

/** The first that fits wins, so the longer prefix comes first (contract, B2). */
const envelopeByPrefix: readonly (readonly [prefix: string, envelope: Envelope])[] = [
  ['/api/console/', deskError],
  ['/api/', detail],
];

/** The failure in the words of the surface that the path belongs to. */
export function wrapFailure(path: string, failure: DeskErrorData): object {
  const entry = envelopeByPrefix.find(([prefix]) => path.startsWith(prefix));
  return (entry?.[1] ?? detail)(failure);
}
