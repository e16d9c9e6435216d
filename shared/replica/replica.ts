import type { ConsoleArgs, ConsoleCall, ConsoleEvent, ConsoleEventData, ConsoleResult } from '../protocol/ipc.ts';
import type { Result } from '../protocol/result.ts';
import type { ReplicaHost } from './host.ts';

/** The console's local copy: answers the calls of the interface and keeps itself in step with the node. */
export interface Replica {
  /** Answers one call; arguments are parsed here, results are plain data. Never throws. */
  call<Call extends ConsoleCall>(name: Call, args: ConsoleArgs<Call>): Promise<Result<ConsoleResult<Call>>>;
  on<Event extends ConsoleEvent>(name: Event, listener: (data: ConsoleEventData<Event>) => void): () => void;
  /** The device woke up or the network came back: try now. */
  nudge(): void;
  /** Stops syncing and closes both files. */
  close(): Promise<void>;
}

/** Opens both files, migrates them and starts to sync when somebody is signed in. */
export async function createReplica(_host: ReplicaHost): Promise<Replica> {
  throw new Error('not built yet');
}
