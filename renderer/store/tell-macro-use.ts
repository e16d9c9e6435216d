import { macroUseCall, mostMacroTickets } from '#shared/protocol/macro-use.ts';
import { pathOf } from '#shared/protocol/node-call.ts';
import type { Macro } from './macro-actions.ts';
import type { SliceContext } from './slice.ts';

/**
 * Tells the node of a use, so that admins see which macros are worth keeping. Nothing waits for it, and what is used
 * without the network is not counted.
 */
export function tellMacroUse(
  { get }: SliceContext,
  { id }: Pick<Macro, 'id'>,
  uids: readonly string[],
): void {
  const { method, path } = macroUseCall;
  const ticket_uids = uids.slice(0, mostMacroTickets);
  const body = { tickets: ticket_uids.length, ticket_uids };
  void get().requestNode({ method, path: pathOf(path, { item_id: id }), body });
}
