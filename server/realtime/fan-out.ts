import type { Token } from '#shared/model/permissions.ts';
import type { Behind } from '#shared/protocol/events.ts';
import type { Frame } from '#shared/protocol/sync.ts';
import type { CommittedChange } from '../sync/change-feed.ts';

/** What one committed change puts on a console's connection. */
export type FanMessage = { event: 'frame'; data: Frame } | { event: 'behind'; data: Behind };

/** The connections that are open: socket.io's rooms on the node, plain sessions in the simulator. */
export interface Connections {
  /** The ids of the connections whose user holds any of the tokens. */
  holdersOf: (tokens: readonly Token[]) => ReadonlySet<string>;
  /** To every holder of any of the tokens, each once. */
  sendToHolders: (tokens: readonly Token[], message: FanMessage) => void;
  sendTo: (ids: readonly string[], message: FanMessage) => void;
}

/**
 * Decides which connection is sent what of one committed change. Readers who keep the row get it; who lost it is told
 * so and told nothing else; who gained it must pull, because its whole conversation is new to them.
 */
export function fanOut(connections: Connections, change: CommittedChange): void {
  const { seq: to, tokens, prevTokens, ops, gone } = change;
  const frame = { to, ops: [...ops] };
  if (tokens.join(' ') === prevTokens.join(' ')) {
    connections.sendToHolders(tokens, { event: 'frame', data: frame });
    return;
  }
  const now = connections.holdersOf(tokens);
  const before = connections.holdersOf(prevTokens);
  const send = (ids: readonly string[], message: FanMessage): void => {
    if (ids.length > 0) connections.sendTo(ids, message);
  };
  const isIn = (others: ReadonlySet<string>) => (id: string) => others.has(id);
  const isOutside = (others: ReadonlySet<string>) => (id: string) => !others.has(id);
  send([...now].filter(isIn(before)), { event: 'frame', data: frame });
  send([...before].filter(isOutside(now)), { event: 'frame', data: { to, ops: [gone] } });
  send([...now].filter(isOutside(before)), { event: 'behind', data: { head: to } });
}
