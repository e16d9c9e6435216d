import { valueOf, type Result } from '../protocol/result.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** Whose token a request takes. */
export type TokenHolder = Pick<SessionKeeper, 'accessToken' | 'dropToken'>;

/**
 * Asks with the session's token, renewed once when the node no longer takes it.
 * @throws DeskError what the request or the renewal failed with.
 */
export async function askWithToken<Answer extends { status: number }>(
  session: TokenHolder,
  ask: (token: string) => Promise<Result<Answer>>,
): Promise<Answer> {
  const token = valueOf(await session.accessToken());
  const first = valueOf(await ask(token));
  if (first.status !== 401) return first;
  session.dropToken(token);
  return valueOf(await ask(valueOf(await session.accessToken())));
}
