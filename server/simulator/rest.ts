import type { SimConsole } from './processes/sim-console.ts';
import { Rng } from './random.ts';
import { settle } from './virtual-time.ts';
import type { World } from './world.ts';

/** Virtual time, and messages, within which a whole world must have come to rest. */
const longestMs = 10 * 60_000;
const mostMessages = 6_000;

/** Signs in by hand whoever was signed out and may come back. */
async function signInAgain(world: World): Promise<void> {
  for (const console of world.consoles) {
    if (!console.isUp || !world.desk.state.activeUsers.has(console.userId)) continue;
    const [session, status] = [await console.call('session.get', {}), await console.call('sync.status', {})];
    const isOut = session?.state === 'signed_out' || status?.connection.state === 'needs_sign_in';
    const isAsking = world.network.channelsOf(console.name).length > 0;
    if (isOut && !isAsking) signIn(console);
  }
}

/** Starts a sign-in; it ends when its messages have arrived. */
export function signIn(console: SimConsole): void {
  void console.replica?.call('session.signIn', { username: `user ${console.userId}`, password: 'secret' });
}

/** Takes away every fault: lines, disks, processes. */
async function heal(world: World): Promise<void> {
  const { node, consoles, network } = world;
  node.disk.writesLeft = null;
  node.process?.spare();
  if (!node.isUp) await node.start();
  for (const console of consoles) {
    network.plugIn(console.name);
    console.freeDisks();
    console.process?.spare();
    if (!console.isUp) {
      console.process?.kill();
      console.start();
    }
  }
  await world.check();
}

async function findRestless(world: World): Promise<string | null> {
  for (const console of world.consoles) {
    if (!world.desk.state.activeUsers.has(console.userId)) continue;
    const status = await console.call('sync.status', {});
    if (status?.connection.state !== 'live')
      return `${console.name} is ${status?.connection.state ?? 'silent'}`;
    const isSettled = world.outboxOf(console).kept.every(({ state }) => state !== 'applied');
    if (!isSettled) return `${console.name} waits for rows of its own`;
    if (status.queued > 0) return `${console.name} has ${status.queued} changes queued`;
    if (status.unfetched > 0) return `${console.name} waits for ${status.unfetched} conversations`;
  }
  return null;
}

/** Delivers everything that is on its way and all that comes of it. */
async function deliverAll(world: World, rng: Rng, deadline: number): Promise<void> {
  for (let arrivals = world.network.arrivals(); arrivals.length > 0; arrivals = world.network.arrivals()) {
    const arrival = rng.pick(arrivals);
    if (arrival !== undefined) world.network.deliver(arrival);
    await world.check();
    if (world.violation !== null || world.network.delivered > deadline) return;
  }
}

/**
 * Progress: once the network is whole and nothing fails, every console is live and has sent everything, within a
 * bounded time and a bounded number of messages.
 */
export async function bringToRest(world: World): Promise<void> {
  const rng = new Rng(world.rng.next());
  await heal(world);
  // What is half-open ends first: until then a console may be live and hear nothing.
  await world.time.pass(20_000, settle);
  const until = world.time.nowMs + longestMs;
  const messageLimit = world.network.delivered + mostMessages;
  while (world.violation === null) {
    await deliverAll(world, rng, messageLimit);
    await signInAgain(world);
    const isQuiet = world.network.arrivals().length === 0;
    const restless = isQuiet ? await findRestless(world) : 'messages are on their way';
    if (restless === null && isQuiet) break;
    const { nextAt, nowMs } = world.time;
    if (nowMs > until || world.network.delivered > messageLimit) {
      world.report('Progress', `${restless ?? ''} after ${Math.round(nowMs - until + longestMs)} ms at rest`);
    }
    if (isQuiet) await world.time.pass(Math.max(1, Math.min(20_000, (nextAt ?? nowMs) - nowMs)), settle);
    await world.check();
  }
  for (const console of world.consoles) console.hadDiskFault = false;
}
