import { fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { benchProgram } from './places.ts';

/** Calls that a child process answers: one argument each, plain data both ways. */
type Calls = Record<string, (args: never) => Promise<unknown>>;
type ArgsOf<Call> = Call extends (args: infer Args) => unknown ? Args : never;
type ValueOf<Call> = Call extends (args: never) => Promise<infer Value> ? Value : never;

interface Asked {
  id: number;
  name: string;
  args: unknown;
}

type Answered = { id: number; value: unknown } | { id: number; error: string };

export interface Child<Table extends Calls> extends AsyncDisposable {
  call: <Name extends keyof Table & string>(
    name: Name,
    args: ArgsOf<Table[Name]>,
  ) => Promise<ValueOf<Table[Name]>>;
}

/** Starts one of this folder's programs. Disposing of it ends it; it ends with this process, too. */
export function startChild<Table extends Calls>(program: string): Child<Table> {
  const child = fork(benchProgram(program), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`${program} ended with ${code}`));
      waiting.clear();
      resolve();
    });
  });
  child.on('message', (message) => {
    const answer = message as Answered;
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  });
  return {
    call: (name, args) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject });
        child.send({ id: asked, name, args } satisfies Asked);
      }),
    [Symbol.asyncDispose]: async () => {
      child.disconnect();
      await ended;
    },
  };
}

/** The child's side: answers its parent until the parent lets go of it. `onEnd` runs before the process ends. */
export function serveParent(calls: Calls, onEnd: () => Promise<void> = async () => {}): void {
  const answer = (answered: Answered): void => void process.send?.(answered);
  process.on('message', (message) => {
    const { id, name, args } = message as Asked;
    const call = calls[name] as ((args: unknown) => Promise<unknown>) | undefined;
    if (call === undefined) return answer({ id, error: `There is no call ${name}` });
    call(args).then(
      (value) => answer({ id, value }),
      (error: unknown) =>
        answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once('disconnect', () => void onEnd().finally(() => process.exit(0)));
}

/** @throws when the server does not listen on a port */
export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port');
  return address.port;
}
