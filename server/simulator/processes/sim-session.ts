import type { Actor } from '#shared/model/user.ts';
import type { Token } from '#shared/model/permissions.ts';
import { packFrame } from '#shared/protocol/wire-frame.ts';
import type { Connections } from '../../realtime/fan-out.ts';
import type { Channel } from '../network/channel.ts';

/** One signed-in connection as the node holds it. */
export interface SimSession {
  id: string;
  channel: Channel;
  actor: Actor;
  /** What its user holds, since it said hello. */
  tokens: ReadonlySet<Token>;
}

/** The node's sessions as the fan-out sees them. */
export function connectionsOf(
  sessions: ReadonlyMap<string, SimSession>,
  send: (session: SimSession, kind: string, data: unknown) => void,
): Connections {
  const holdersOf = (tokens: readonly Token[]): Set<string> =>
    new Set(
      [...sessions.values()]
        .filter((session) => tokens.some((token) => session.tokens.has(token)))
        .map((session) => session.id),
    );
  const sendTo: Connections['sendTo'] = (ids, message) => {
    for (const id of ids) {
      const session = sessions.get(id);
      if (session === undefined) continue;
      send(session, message.event, message.event === 'frame' ? packFrame(message.data) : message.data);
    }
  };
  return {
    holdersOf,
    sendTo,
    sendToHolders: (tokens, message) => sendTo([...holdersOf(tokens)], message),
  };
}
