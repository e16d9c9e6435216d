import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { adminTicketsEnvelope } from './admin-tickets-envelope.ts';

/** How a surface spells a failure. */
type Envelope = (failure: DeskErrorData) => object;

/** admin-dashboard and it-support documents. */
const detail: Envelope = ({ message }) => ({ detail: message });

/** The console's own: the whole failure, for its code to act on. */
const deskError: Envelope = (failure) => ({ error: failure });

/** incident-management document: two envelopes (contract, B5). */
const incident: Envelope = ({ kind, message }) =>
  kind === 'signed_out' ? { detail: message } : { error: message };

/** customer-support document: wrong fields by their names, everything else in one sentence (contract, B4). */
const support: Envelope = ({ message, data }) =>
  (data?.['fields'] as object | undefined) ?? { error: message };

/** The first that fits wins, so the longer prefix comes first (contract, B2). */
const envelopeByPrefix: readonly (readonly [prefix: string, envelope: Envelope])[] = [
  ['/api/console/', deskError],
  ['/api/v1/', detail],
  ['/api/support/', support],
  ['/api/agent/', support],
  ['/api/admin/approve-agent/', support],
  ['/api/admin/support/', support],
  ['/api/admin/tickets', adminTicketsEnvelope],
];

/** The failure in the words of the surface that the path belongs to. */
export function wrapFailure(path: string, failure: DeskErrorData): object {
  const entry = envelopeByPrefix.find(([prefix]) => path.startsWith(prefix));
  if (entry !== undefined) return entry[1](failure);
  // Beside the prefixes of others, the slash at the end is what tells that document's paths (contract, B1 and B2).
  return path.startsWith('/api/') && path.endsWith('/') ? incident(failure) : detail(failure);
}
