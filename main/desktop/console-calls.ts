import {
  consoleCalls,
  type ConsoleArgs,
  type ConsoleCall,
  type ConsoleResult,
} from '#shared/protocol/ipc.ts';
import type { ReplicaClient } from '../replica/replica-client.ts';

/** Asks the replica by the contract, as a window does; null for whatever fails or does not fit. */
export type AskConsole = <Call extends ConsoleCall>(
  name: Call,
  args: ConsoleArgs<Call>,
) => Promise<ConsoleResult<Call> | null>;

export function createAskConsole(replica: Pick<ReplicaClient, 'call'>): AskConsole {
  return async (name, args) => {
    const answer = await replica.call(name, args);
    if (!answer.ok) return null;
    const parsed = consoleCalls[name].result.safeParse(answer.value);
    return parsed.success ? (parsed.data as ConsoleResult<typeof name>) : null;
  };
}
