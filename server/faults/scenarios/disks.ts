import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeBackup } from '../../backup/make-backup.ts';
import { createUidFactory } from '#shared/model/uid.ts';
import { systemClock, systemRandom } from '../../services.ts';
import { createFaultDesk } from '../fault-desk.ts';
import type { FaultyConsole } from '../faulty-console.ts';
import type { Ledger } from '../ledger.ts';
import type { Scenario, Tally } from '../scenario.ts';
import { createSmallDisk } from '../small-disk.ts';
import { writeAtConsole, writeTickets } from '../writers.ts';

const fullWithinMs = 60_000;
/** So many refusals in a row tell a full disk from bad luck. */
const enoughRefusals = 20;
const recoverWithinMs = 20_000;
const consolePageLimit = 120;
const pageBytes = 4096;

const mintUid = createUidFactory(systemClock, systemRandom);

async function waitUntil(isTrue: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline) return false;
    await wait(20);
  }
  return true;
}

const grows = (ledger: Ledger): Promise<boolean> => {
  const before = ledger.count('acknowledged');
  return waitUntil(() => ledger.count('acknowledged') > before + 20, recoverWithinMs);
};

/** The node's disk fills up, there is room again, and it goes on by itself; then it is killed for good measure. */
export const nodeDiskIsFull: Scenario = {
  name: 'node-disk-full',
  cycles: 5,
  run: async ({ cycles }) => {
    const faults: string[] = [];
    const tallies: Tally[] = [];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      using disk = createSmallDisk(16);
      if (disk === null) return null;
      await using desk = await createFaultDesk(join(disk.path, 'node'));
      await desk.openConsole();
      const writing = writeTickets(desk.node, desk.ledger, { writers: 4, textBytes: 30_000 });
      if (!(await waitUntil(() => desk.ledger.count('refused') > enoughRefusals, fullWithinMs)))
        faults.push('the disk never got full');
      if (!(await desk.node.isHealthy())) faults.push('the node is not healthy with a full disk');
      faults.push(...(await failToBackUp(desk.node.dataDir, disk.path)));
      disk.makeRoom();
      if (!(await grows(desk.ledger))) faults.push('the node does not go on though there is room');
      await desk.node.kill();
      await writing.stop();
      await desk.node.start();
      tallies.push(await desk.check(1));
    }
    const total = (key: 'acknowledged' | 'refused' | 'unknown' | 'lost' | 'doubled' | 'undead'): number =>
      tallies.reduce((sum, tally) => sum + tally[key], 0);
    return {
      cycles,
      acknowledged: total('acknowledged'),
      refused: total('refused'),
      unknown: total('unknown'),
      lost: total('lost'),
      doubled: total('doubled'),
      undead: total('undead'),
      faults: [...faults, ...tallies.flatMap((tally) => tally.faults)],
      note: 'a backup refused each time',
    };
  },
};

/** A backup for which there is no room says so and leaves nothing. */
async function failToBackUp(dataDir: string, disk: string): Promise<string[]> {
  const folder = join(disk, 'backups');
  const order = { dataDir, to: join(folder, 'desk.sqlite'), withSecret: false, now: Date.now() };
  const said = await makeBackup(order).then(
    () => 'made',
    (error: unknown) => (error as Error).message,
  );
  const left = readdirSync(disk).includes('backups') ? readdirSync(folder) : [];
  return [
    ...(said === 'No backup was made: the disk is full' ? [] : [`the backup said "${said}"`]),
    ...left.map((name) => `the backup left ${name}`),
  ];
}

/** What somebody writes on a full disk is told to be unkept, and why. */
async function hidesFullDisk(agent: FaultyConsole, pageLimit: number): Promise<string[]> {
  const text = 'x'.repeat(pageLimit * pageBytes);
  const draft = { ticket_uid: mintUid(), mode: 'reply', text, seen_reply_uid: null } as const;
  const said = await agent.ask('drafts.save', draft);
  const code = said?.ok === false ? said.error.data?.['code'] : 'no error';
  return code === 'disk_full'
    ? []
    : [`a draft on a full disk was answered with ${JSON.stringify(code ?? null)}`];
}

/** An agent's disk fills up: what cannot be kept is refused at once, what was kept arrives. */
export const consoleDiskIsFull: Scenario = {
  name: 'console-disk-full',
  cycles: 10,
  run: async ({ cycles }) => {
    await using desk = await createFaultDesk();
    const agent = await desk.openConsole();
    const faults: string[] = [];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await agent.isCaughtUp();
      await agent.end('SIGTERM');
      desk.proxy.take('cut');
      const pageLimit = consolePageLimit * (cycle + 1);
      await agent.start(pageLimit);
      const refusals = desk.ledger.count('refused') + enoughRefusals;
      const writing = writeAtConsole(agent, desk.ledger, { writers: 2, textBytes: 8_000 });
      if (!(await waitUntil(() => desk.ledger.count('refused') > refusals, fullWithinMs)))
        faults.push('the disk never got full');
      faults.push(...(await hidesFullDisk(agent, pageLimit)));
      desk.proxy.take('open');
      await wait(200);
      await agent.end('SIGKILL');
      await writing.stop();
      await agent.start();
    }
    const tally = await desk.check(cycles);
    return { ...tally, faults: [...faults, ...tally.faults] };
  },
};
