import { join } from 'node:path';
import { clipboard, dialog, net, utilityProcess } from 'electron';
import { inheritEnvironment } from '../node-host/node-environment.ts';
import { NodeHost } from '../node-host/node-host.ts';
import { ReplicaClient } from '../replica/replica-client.ts';
import { showFirstPassword } from './first-password.ts';
import type { Log } from './log.ts';

export function createReplicaClient(
  outDir: string,
  log: Log,
  onEvent: (name: string, data: unknown) => void,
): ReplicaClient {
  const path = join(outDir, 'main/replica.js');
  return new ReplicaClient({
    fork: () =>
      utilityProcess.fork(path, [], {
        env: inheritEnvironment(process.env),
        serviceName: 'Waypost replica',
      }),
    onEvent,
    log,
  });
}

interface NodeHostInputs {
  readonly outDir: string;
  readonly dataDir: string;
  readonly log: Log;
  readonly onMoved: (url: string) => void;
}

export function createNodeHost({ outDir, dataDir, log, onMoved }: NodeHostInputs): NodeHost {
  const path = join(outDir, 'server/start.js');
  return new NodeHost({
    fork: (args, options) => utilityProcess.fork(path, args, options),
    fetch: (url, init) => net.fetch(url, init),
    env: process.env,
    dataDir,
    log,
    onFirstPassword: (account) => void showFirstPassword(account, { dialog, clipboard }),
    onMoved,
  });
}
