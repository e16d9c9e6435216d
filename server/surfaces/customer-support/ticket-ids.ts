import { DeskError } from '#shared/protocol/errors.ts';
import type { HexIds } from '../../http/hex-id.ts';
import { agentNotFound, ticketNotFound } from './texts.ts';

/** The ticket's integer. @throws DeskError `not_found`: what is nobody's id is no invalid one (mapping, section 8) */
export function idOrThrow(ids: HexIds, text: string): number {
  const id = ids.decode('ticket', text);
  if (id === null) throw new DeskError('not_found', ticketNotFound);
  return id;
}

/** The agent's integer, likewise. @throws DeskError `not_found` */
export function agentIdOrThrow(ids: HexIds, text: string): number {
  const id = ids.decode('user', text);
  if (id === null) throw new DeskError('not_found', agentNotFound);
  return id;
}
