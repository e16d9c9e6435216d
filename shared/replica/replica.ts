import { createUidFactory } from '../model/uid.ts';
import { DeskError } from '../protocol/errors.ts';
import {
  consoleCalls,
  type ConsoleArgs,
  type ConsoleCall,
  type ConsoleEvent,
  type ConsoleEventData,
  type ConsoleResult,
} from '../protocol/ipc.ts';
import { toResult, type Result } from '../protocol/result.ts';
import { tellingDiskFull } from './disk-error.ts';
import type { ReplicaHost } from './host.ts';
import { createMender } from './mender.ts';
import { Outbox } from './outbox.ts';
import { openOutbox } from './outbox-database.ts';
import { createReplicaCalls } from './replica-calls.ts';
import { openReplicaFile } from './replica-database.ts';
import { assembleParts } from './replica-parts.ts';

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
export async function createReplica(host: ReplicaHost): Promise<Replica> {
  const outboxDb = await openOutbox(host.outbox);
  const file = await openReplicaFile(host);
  const { db } = file;
  const outbox = new Outbox(outboxDb, host.clock, createUidFactory(host.clock, host.random));
  const parts = assembleParts(host, { outboxDb, outbox, db });
  const { applier, loop, lane, emitter } = parts;
  await outbox.load();
  const mender = createMender({
    file,
    lane,
    applier,
    loop,
    log: host.log,
    isSignedIn: () => outbox.identity !== null,
    onMended: () => parts.emitChanged([], true),
  });
  await mender.start();
  if (outbox.identity !== null) loop.start();
  // Told a moment later, when whoever opened the console listens.
  parts.unread.ask();
  parts.wakeUps.ask();
  const handlers = createReplicaCalls(host, parts);
  return {
    on: (name, listener) => emitter.on(name, listener),
    nudge: () => {
      if (outbox.identity !== null) loop.start();
    },
    call: <Call extends ConsoleCall>(
      name: Call,
      args: ConsoleArgs<Call>,
    ): Promise<Result<ConsoleResult<Call>>> =>
      toResult(async () => {
        const contract = Object.hasOwn(consoleCalls, name) ? consoleCalls[name] : undefined;
        const parsed = contract?.args.safeParse(args);
        if (!parsed?.success) throw new DeskError('invalid', `The call ${name} does not fit its contract`);
        const handle = handlers[name] as (parsedArgs: unknown) => Promise<ConsoleResult<Call>>;
        return tellingDiskFull(() => handle(parsed.data));
      }),
    close: async () => {
      loop.stop();
      parts.status.stop();
      parts.unread.stop();
      parts.index.stop();
      parts.scrub.stop();
      parts.wakeUps.stop();
      parts.files.stop();
      await lane(async () => {
        await outbox.close();
        await db.destroy();
      });
    },
  };
}
