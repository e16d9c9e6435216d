import type { DeskErrorData } from '../protocol/errors.ts';
import type { Result } from '../protocol/result.ts';
import { isRevoked } from './after-end.ts';
import type { Transport, TransportListener } from './host.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** Never shown: the attempt that took over says how it goes. */
const superseded: DeskErrorData = { kind: 'unavailable', message: 'Another attempt took over' };

export interface OpenConnectionDeps {
  transport: Transport;
  session: SessionKeeper;
  listener: TransportListener;
  /** Whether no later attempt has taken over. */
  isCurrent: () => boolean;
}

/** Opens the connection with a token that the node takes. */
export async function openConnection(deps: OpenConnectionDeps): Promise<Result<null>> {
  // An attempt under way would go on under its own number, and what it hears would be taken for an earlier one's.
  deps.transport.close();
  const opened = await tryToken(deps);
  const isWorthAnother = !opened.ok && opened.error.kind === 'signed_out' && !isRevoked(opened.error);
  if (!isWorthAnother || !deps.isCurrent()) return opened;
  // The token in hand may have been taken back; a session that is still good gives a new one.
  deps.session.dropToken();
  return tryToken(deps);
}

async function tryToken({
  transport,
  session,
  listener,
  isCurrent,
}: OpenConnectionDeps): Promise<Result<null>> {
  const token = await session.accessToken();
  // A later attempt would share the connection, and nobody would hear what this one is told.
  if (!isCurrent()) return { ok: false, error: superseded };
  return token.ok ? transport.open(token.value, listener) : token;
}
