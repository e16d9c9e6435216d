import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTestFolder } from '../testing/test-folder.ts';
import { readConsole, readNode, type DeskRows } from './desk-rows.repo.ts';
import { FaultyConsole } from './faulty-console.ts';
import { adminName, adminPassword, FaultyNode } from './faulty-node.ts';
import { FaultyProxy } from './faulty-proxy.ts';
import { Ledger } from './ledger.ts';
import type { Tally } from './scenario.ts';

/** Frames that are still on their way get this long before a difference counts. */
const settleMs = 10_000;
const lookEveryMs = 100;

export interface FaultDesk extends AsyncDisposable {
  node: FaultyNode;
  proxy: FaultyProxy;
  ledger: Ledger;
  consoles: FaultyConsole[];
  /** A super admin's console, connected through the proxy; `folder` lets it lie elsewhere. */
  openConsole: (folder?: string) => Promise<FaultyConsole>;
  /** Waits until all is quiet and compares everything with everything. The node and the consoles run, the road is open. */
  check: (cycles: number) => Promise<Tally>;
}

/** A running node, a road to it, and a ledger of all that is written. */
export async function createFaultDesk(dataDir?: string): Promise<FaultDesk> {
  const folder = createTestFolder();
  const node = await FaultyNode.create(dataDir ?? join(folder.path, 'node'));
  await node.start();
  const proxy = await FaultyProxy.open(node.port);
  const ledger = new Ledger();
  const consoles: FaultyConsole[] = [];
  return {
    node,
    proxy,
    ledger,
    consoles,
    openConsole: async (at) => {
      const place = at ?? join(folder.path, `console-${consoles.length}`);
      mkdirSync(place, { recursive: true });
      const opened = new FaultyConsole(place, proxy.url);
      consoles.push(opened);
      await opened.start();
      await opened.signIn(adminName, adminPassword);
      return opened;
    },
    check: (cycles) => checkDesk({ node, ledger, consoles }, cycles),
    [Symbol.asyncDispose]: async () => {
      for (const opened of consoles) await opened.end('SIGKILL');
      await proxy.close();
      await node.kill();
      folder[Symbol.dispose]();
    },
  };
}

async function checkDesk(
  { node, ledger, consoles }: Pick<FaultDesk, 'node' | 'ledger' | 'consoles'>,
  cycles: number,
): Promise<Tally> {
  for (const desk of consoles) {
    await desk.ask('sync.retry', {});
    await desk.isCaughtUp();
  }
  const held = readNode(node.dataDir);
  const faults = held.faults.map((fault) => `node: ${fault}`);
  for (const desk of consoles) faults.push(...(await findDifferences(node.dataDir, desk)));
  const { lost, doubled, undead } = ledger.compare(held);
  return {
    cycles,
    acknowledged: ledger.count('acknowledged'),
    refused: ledger.count('refused'),
    unknown: ledger.count('unknown'),
    lost: lost.length,
    doubled: doubled.length,
    undead: undead.length,
    faults,
  };
}

async function findDifferences(dataDir: string, desk: FaultyConsole): Promise<string[]> {
  const deadline = Date.now() + settleMs;
  for (;;) {
    const [here, there] = [readConsole(desk.folder), readNode(dataDir)];
    const differences = compareRows(here, there);
    if (differences.length === 0 || Date.now() > deadline) return [...differences, ...here.faults];
    await wait(lookEveryMs);
  }
}

function compareRows(console: DeskRows, node: DeskRows): string[] {
  const [here, there] = [new Set(console.lines), new Set(node.lines)];
  const missing = node.lines.filter((line) => !here.has(line));
  const extra = console.lines.filter((line) => !there.has(line));
  if (missing.length + extra.length === 0) return [];
  const [example = ''] = [...missing, ...extra];
  return [
    `a console lacks ${missing.length} rows and has ${extra.length} others, as ${example.slice(0, 120)}`,
  ];
}
