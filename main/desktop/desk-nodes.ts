import { join } from 'node:path';
import { safeStorage, session } from 'electron';
import type { HostStatus } from '#shared/protocol/desktop-state.ts';
import type { ReplicaClient } from '../replica/replica-client.ts';
import type { Speech } from '../words/words.ts';
import { HostedNode } from './hosted-node.ts';
import type { Log } from './log.ts';
import { NodeConnection } from './node-connection.ts';
import type { Notifier } from './notifier.ts';
import { findProxy } from './proxy.ts';
import { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

interface DeskNodesParts {
  readonly outDir: string;
  readonly userData: string;
  /** Of the environment; null leaves the choice to the settings. */
  readonly forcedNodeUrl: string | null;
  readonly settings: Settings;
  readonly speech: Speech;
  readonly notifier: Pick<Notifier, 'say'>;
  readonly replica: ReplicaClient;
  readonly log: Log;
  readonly onHostStatus: (status: HostStatus) => void;
}

/** The node that the desk works with, and the one that this computer may run. */
export function createDeskNodes(parts: DeskNodesParts) {
  const { log, notifier, outDir, settings, speech, userData } = parts;
  const findNodeProxy = (url: string): Promise<string | null> => findProxy(session.defaultSession, url);
  const hostedNode = new HostedNode({ outDir, log, words: () => speech.words, onStatus: parts.onHostStatus });
  const connection = new NodeConnection({
    settings,
    forcedNodeUrl: parts.forcedNodeUrl,
    consolesDir: join(userData, 'consoles'),
    defaultDataDir: join(userData, 'node'),
    secrets: new Secrets(safeStorage, log, () => notifier.say(speech.words.keychain)),
    replica: parts.replica,
    findProxy: findNodeProxy,
    createHost: (dataDir, onMoved) => hostedNode.create(dataDir, onMoved),
  });
  return { connection, hostedNode, findNodeProxy };
}
