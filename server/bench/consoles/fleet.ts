import type { Actor } from '#shared/model/user.ts';
import type { SeededDesk } from '../desk/seed-desk.ts';
import { createAccessSigner } from '../desk/sign-access.ts';
import type { Bench } from '../harness/bench.ts';
import { startChild, type Child } from '../harness/child-process.ts';
import type { NodeProcess } from '../harness/node-process.ts';
import type { ConsoleCalls, ConsoleSpec } from './console-calls.ts';

export type ConsoleHost = Child<ConsoleCalls>;

/** Starts a process with one console per user, each live on files of its own. */
export async function startConsoles(
  bench: Bench,
  { desk, node }: { desk: SeededDesk; node: NodeProcess },
  users: readonly Actor[],
): Promise<{ host: ConsoleHost; specs: ConsoleSpec[]; syncs: Awaited<ReturnType<ConsoleCalls['open']>> }> {
  const sign = createAccessSigner(desk);
  const specs = users.map((user) => ({ folder: bench.folder(user.username), user, token: sign(user) }));
  const host = startChild<ConsoleCalls>('console-host.ts');
  const syncs = await host.call('open', { nodeUrl: node.url, consoles: specs });
  return { host, specs, syncs };
}
