import type { DeskErrorData } from '../protocol/errors.ts';
import { toResult, valueOf } from '../protocol/result.ts';
import type { ReplicaHost } from './host.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface TokenRenewalDeps {
  host: Pick<ReplicaHost, 'timers' | 'clock' | 'transport'>;
  session: SessionKeeper;
  /** The session is over, or belongs to somebody else now. */
  onRefused: (error: DeskErrorData) => void;
}

/** After a try that nobody answered, or whose news of the user a full disk did not take. */
const tryAgainMs = 10_000;

/**
 * Hands the node a new token on the open connection before the old one ends, so that an hour's work is one connection.
 * The answered function ends it.
 */
export function keepTokenFresh({ host, session, onRefused }: TokenRenewalDeps): () => void {
  let isOver = false;
  let cancel: () => void = () => {};

  const plan = (waitMs: number): void => {
    cancel = host.timers.after(waitMs, () => void renew());
  };
  const planNext = (): void => plan(Math.max(0, session.renewAt - host.clock.now()));

  async function renew(): Promise<void> {
    const renewed = await toResult(async () => {
      const token = valueOf(await session.accessToken());
      if (!isOver) valueOf(await host.transport.renew({ token }));
    });
    if (isOver) return;
    if (renewed.ok) planNext();
    else if (renewed.error.kind === 'signed_out') onRefused(renewed.error);
    else plan(tryAgainMs);
  }

  planNext();
  return () => {
    isOver = true;
    cancel();
  };
}
