import { toDeskErrorData } from '#shared/protocol/errors.ts';
import {
  consoleEvents,
  type ConsoleArgs,
  type ConsoleCall,
  type ConsoleEvent,
} from '#shared/protocol/ipc.ts';
import type { Replica } from '#shared/replica/replica.ts';
import type { Line, PageMessage, WorkerMessage } from './messages.ts';

export interface OpenedReplica {
  replica: Replica;
  /** Lets go of the files after the replica closed. */
  release: () => void;
}

/**
 * The worker's side: opens the replica when the page may have it, answers the page's calls from then on, and passes its
 * events on.
 */
export function serveReplica(
  line: Line<WorkerMessage, PageMessage>,
  open: () => Promise<OpenedReplica>,
): void {
  const allowed = Promise.withResolvers<void>();
  const opened = allowed.promise.then(open);
  announce().catch((error: unknown) => line.send({ kind: 'failed', error: toDeskErrorData(error) }));

  async function announce(): Promise<void> {
    const { replica } = await opened;
    forwardEvents(replica, line);
    line.send({ kind: 'opened' });
  }

  async function answer(id: number, name: ConsoleCall, args: unknown): Promise<void> {
    const { replica } = await opened;
    const result = await replica.call(name, args as ConsoleArgs<ConsoleCall>);
    line.send({ kind: 'answer', id, result });
  }

  async function close(): Promise<void> {
    const { replica, release } = await opened;
    await replica.close();
    release();
  }

  line.listen((message) => {
    switch (message.kind) {
      case 'open':
        allowed.resolve();
        break;
      case 'call':
        // A replica that did not open has said so; its callers were answered by that.
        answer(message.id, message.name, message.args).catch(() => undefined);
        break;
      case 'nudge':
        opened.then(
          ({ replica }) => replica.nudge(),
          () => undefined,
        );
        break;
      case 'close':
        close()
          .catch(() => undefined)
          .finally(() => line.send({ kind: 'closed' }));
        break;
    }
  });
}

function forwardEvents(replica: Replica, line: Line<WorkerMessage, PageMessage>): void {
  for (const name of Object.keys(consoleEvents) as ConsoleEvent[]) {
    replica.on(name, (data) => line.send({ kind: 'event', name, data }));
  }
}
