import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { inheritEnvironment } from '../node-host/node-environment.ts';
import { ReplicaClient } from '../replica/replica-client.ts';
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
