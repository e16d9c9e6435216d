import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { clipboard, dialog, net, utilityProcess } from 'electron';
import type { HostStatus } from '#shared/protocol/desktop-state.ts';
import { addressesInNetwork } from '../node-host/network-addresses.ts';
import { NodeHost } from '../node-host/node-host.ts';
import { NodeLog } from '../node-host/node-log.ts';
import type { Words } from '../words/shape.ts';
import { showFirstPassword } from './first-password.ts';
import type { Log } from './log.ts';

interface HostedNodeInputs {
  readonly outDir: string;
  readonly log: Log;
  readonly words: () => Words;
  readonly onStatus: (status: HostStatus) => void;
}

const stopped: HostStatus = { state: 'stopped', url: null, addresses: [], failures: 0, reason: null };

/** The node on this computer, whichever run of it: how it stands, and what it said. */
export class HostedNode {
  readonly log = new NodeLog();
  readonly #inputs: HostedNodeInputs;
  #status = stopped;

  constructor(inputs: HostedNodeInputs) {
    this.#inputs = inputs;
  }

  get status(): HostStatus {
    return this.#status;
  }

  create(dataDir: string, onMoved: (url: string) => void): NodeHost {
    const { outDir, log, onStatus, words } = this.#inputs;
    const path = join(outDir, 'server/start.js');
    return new NodeHost({
      fork: (args, options) => utilityProcess.fork(path, args, options),
      fetch: (url, init) => net.fetch(url, init),
      env: process.env,
      dataDir,
      log,
      nodeLog: this.log,
      findAddresses: (port) => addressesInNetwork(networkInterfaces(), port),
      onFirstPassword: (account) => void showFirstPassword(account, words(), { dialog, clipboard }),
      onMoved,
      onStatus: (status) => {
        this.#status = status;
        onStatus(status);
      },
    });
  }
}
