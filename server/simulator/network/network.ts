import type { Timers } from '#shared/replica/host.ts';
import { Channel, type Message } from './channel.ts';

/** How long an end believes in a connection whose other end is silent (socket.io's ping interval and its timeout). */
const silenceMs = 15_000;

/** A message that could arrive next. */
export interface Arrival {
  channel: Channel;
  direction: 'toNode' | 'toConsole';
}

/** Every connection of the simulated world, and which consoles can reach the node at all. */
export class Network {
  readonly #timers: Timers;
  #channels: Channel[] = [];
  #nextId = 1;
  readonly #unplugged = new Set<string>();
  /** Takes a new connection in; null while the node is down. */
  accept: ((channel: Channel) => void) | null = null;
  /** How many messages have arrived so far. */
  delivered = 0;
  /** The newest pushes that have reached the node, for repeating them. */
  readonly pushes: { owner: string; message: Message }[] = [];
  /** Sees each message as it arrives, for the trace. */
  onDelivered: (arrival: Arrival, message: Message) => void = () => {};

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Opens a connection; null when the node cannot be reached. */
  connect(owner: string, kind: 'socket' | 'request'): Channel | null {
    if (this.accept === null || this.#unplugged.has(owner)) return null;
    const channel = new Channel(this.#nextId++, owner, kind);
    this.#channels.push(channel);
    this.accept(channel);
    return channel;
  }

  get channels(): readonly Channel[] {
    this.#channels = this.#channels.filter((channel) => !channel.isOver);
    return this.#channels;
  }

  channelsOf(owner: string): Channel[] {
    return this.channels.filter((channel) => channel.owner === owner);
  }

  /** What may arrive next: the oldest message of each direction of each connection. */
  arrivals(): Arrival[] {
    const found: Arrival[] = [];
    for (const channel of this.channels) {
      if (channel.toNode.length > 0) found.push({ channel, direction: 'toNode' });
      if (channel.toConsole.length > 0) found.push({ channel, direction: 'toConsole' });
    }
    return found;
  }

  deliver(arrival: Arrival): void {
    const [message] = arrival.channel[arrival.direction];
    if (message === undefined) return;
    this.delivered += 1;
    this.onDelivered(arrival, message);
    if (message.kind === 'push') this.#remember(arrival.channel.owner, message);
    arrival.channel.deliver(arrival.direction);
  }

  #remember(owner: string, message: Message): void {
    this.pushes.push({ owner, message });
    if (this.pushes.length > 12) this.pushes.shift();
  }

  isUnplugged(owner: string): boolean {
    return this.#unplugged.has(owner);
  }

  /** The console's network is gone: nothing gets through, and both ends notice. */
  unplug(owner: string): void {
    this.#unplugged.add(owner);
    for (const channel of this.channelsOf(owner)) channel.cut();
  }

  /** The console's end is over; the node believes in the connection for a while. What was on its way may still come. */
  loseConsole(channel: Channel): void {
    channel.carriesToConsole = false;
    channel.dropConsole();
    this.#timers.after(silenceMs, () => channel.dropNode());
  }

  /** The node's end is over; the console believes in the connection for a while. */
  loseNode(channel: Channel): void {
    channel.carriesToNode = false;
    channel.dropNode();
    this.#timers.after(silenceMs, () => channel.dropConsole());
  }

  /** The console's process is gone. `isTold`: its machine is not, and closes what it left open. */
  abandon(channel: Channel, { isTold }: { isTold: boolean }): void {
    channel.abandonConsole({ isTold });
    if (!isTold) this.loseConsole(channel);
  }

  plugIn(owner: string): void {
    this.#unplugged.delete(owner);
  }
}
