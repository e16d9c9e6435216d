import { repeatedId } from '../network/channel.ts';
import type { Action } from './action.ts';

/** One message arrives. Which connection is next is open: there is an order within each of them alone. */
const deliver: Action = {
  name: 'deliver',
  weight: 40,
  isVital: true,
  run: ({ network }, rng) => {
    const arrival = rng.pick(network.arrivals());
    if (arrival !== undefined) network.deliver(arrival);
  },
};

/** Several messages arrive at once, before anything that they cause is done. */
const deliverBurst: Action = {
  name: 'deliver-burst',
  weight: 12,
  isVital: true,
  run: ({ network }, rng) => {
    for (let left = 2 + rng.below(6); left > 0; left--) {
      const arrival = rng.pick(network.arrivals());
      if (arrival === undefined) return;
      network.deliver(arrival);
    }
  },
};

/** One console's line is quick: everything on it arrives, answers and all. */
const deliverLine: Action = {
  name: 'deliver-line',
  weight: 14,
  isVital: true,
  run: async (world, rng) => {
    const console = rng.pick(world.consoles);
    for (let left = 12; left > 0; left--) {
      const arrival = world.network.arrivals().find(({ channel }) => channel.owner === console?.name);
      if (arrival === undefined) return;
      world.network.deliver(arrival);
      await world.check();
    }
  },
};

const unplug: Action = {
  name: 'unplug',
  weight: 2,
  run: (world, rng) => {
    const console = rng.pick(world.consoles);
    if (console !== undefined) world.network.unplug(console.name);
  },
};

const plugIn: Action = {
  name: 'plug-in',
  weight: 4,
  isVital: true,
  run: ({ network, consoles }, rng) => {
    const console = rng.pick(consoles.filter(({ name }) => network.isUnplugged(name)));
    if (console === undefined) return;
    network.plugIn(console.name);
    if (rng.chance(0.6)) console.replica?.nudge();
  },
};

/** The connection breaks, and both ends notice at once. */
const cut: Action = {
  name: 'cut',
  weight: 2,
  run: ({ network }, rng) => rng.pick(network.channels)?.cut(),
};

/** The console gives up; the node goes on believing, and takes in what was on its way. */
const loseConsole: Action = {
  name: 'half-open-at-node',
  weight: 2,
  run: ({ network }, rng) => {
    const channel = rng.pick(network.channels.filter(({ hasConsole, hasNode }) => hasConsole && hasNode));
    if (channel !== undefined) network.loseConsole(channel);
  },
};

/** The node gives up; the console goes on believing, and speaks to nobody. */
const loseNode: Action = {
  name: 'half-open-at-console',
  weight: 2,
  run: ({ network }, rng) => {
    const channel = rng.pick(network.channels.filter(({ hasConsole, hasNode }) => hasConsole && hasNode));
    if (channel !== undefined) network.loseNode(channel);
  },
};

/** An answer is lost: the node has acted, and the console does not know. */
const loseAnswer: Action = {
  name: 'lose-answer',
  weight: 2,
  run: ({ network }, rng) => {
    const channel = rng.pick(network.channels.filter(({ toConsole }) => toConsole[0]?.kind === 'answer'));
    channel?.toConsole.shift();
  },
};

/** A push arrives a second time, at once or much later, on whatever connection its console has by then. */
const repeatPush: Action = {
  name: 'repeat-push',
  weight: 3,
  run: ({ network }, rng) => {
    const push = rng.pick(network.pushes);
    if (push === undefined) return;
    const channel = network.channelsOf(push.owner).find(({ kind, hasNode }) => kind === 'socket' && hasNode);
    channel?.toNode.push({ ...push.message, id: repeatedId });
  },
};

export const networkActions: readonly Action[] = [
  deliver,
  deliverBurst,
  deliverLine,
  unplug,
  plugIn,
  cut,
  loseConsole,
  loseNode,
  loseAnswer,
  repeatPush,
];
