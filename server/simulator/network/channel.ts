import type { DeskErrorData } from '#shared/protocol/errors.ts';

/** The id of a message that the network delivers once more: nobody waits for its answer. */
export const repeatedId = -1;

/** One message on its way. What it says is JSON text: nothing is shared between the two ends. */
export interface Message {
  kind: string;
  /** Pairs an answer with its question. */
  id: number;
  text: string;
}

/** What an end does with what reaches it. `onEnd`: the other end is gone, or the line is. */
export interface ChannelEnd {
  receive: (message: Message) => void;
  onEnd: () => void;
}

const silent: ChannelEnd = { receive: () => {}, onEnd: () => {} };

/** The last message of an end that closes properly; it comes after everything said before. */
const goodbye = 'goodbye';

/**
 * One connection between a console and the node: a socket, or a single request. Messages of one direction arrive in
 * their order; each end may believe in the connection after the other has given it up.
 */
export class Channel {
  readonly id: number;
  readonly owner: string;
  readonly kind: 'socket' | 'request';
  readonly toNode: Message[] = [];
  readonly toConsole: Message[] = [];
  consoleEnd: ChannelEnd = silent;
  nodeEnd: ChannelEnd = silent;
  /** Whether what is sent from here on can still arrive. */
  carriesToNode = true;
  carriesToConsole = true;
  hasConsole = true;
  hasNode = true;

  constructor(id: number, owner: string, kind: 'socket' | 'request') {
    this.id = id;
    this.owner = owner;
    this.kind = kind;
  }

  sendToNode(message: Message): void {
    if (this.hasConsole && this.carriesToNode) this.toNode.push(message);
  }

  sendToConsole(message: Message): void {
    if (this.hasNode && this.carriesToConsole) this.toConsole.push(message);
  }

  /** Hands over the oldest message of a direction. */
  deliver(direction: 'toNode' | 'toConsole'): Message | undefined {
    const message = this[direction].shift();
    if (message === undefined) return undefined;
    if (message.kind === goodbye) {
      if (direction === 'toNode') this.dropNode();
      else this.dropConsole();
    } else if (direction === 'toNode') {
      if (this.hasNode) this.nodeEnd.receive(message);
    } else if (this.hasConsole) this.consoleEnd.receive(message);
    return message;
  }

  /** The console closes: the node hears of it after what was said before. */
  closeFromConsole(): void {
    if (!this.hasConsole) return;
    this.sendToNode({ kind: goodbye, id: 0, text: '' });
    this.carriesToConsole = false;
    this.toConsole.length = 0;
    this.dropConsole();
  }

  closeFromNode(): void {
    if (!this.hasNode) return;
    this.sendToConsole({ kind: goodbye, id: 0, text: '' });
    this.dropNode();
  }

  /** The node's end is over: nothing more is heard there. */
  dropNode(): void {
    if (!this.hasNode) return;
    this.hasNode = false;
    this.toNode.length = 0;
    const { nodeEnd } = this;
    this.nodeEnd = silent;
    nodeEnd.onEnd();
  }

  dropConsole(): void {
    if (!this.hasConsole) return;
    this.hasConsole = false;
    this.toConsole.length = 0;
    const { consoleEnd } = this;
    this.consoleEnd = silent;
    consoleEnd.onEnd();
  }

  /** The console's process is gone. The other end hears of it, unless the machine went with it. */
  abandonConsole({ isTold }: { isTold: boolean }): void {
    this.consoleEnd = silent;
    if (isTold) this.closeFromConsole();
    else this.dropConsole();
  }

  abandonNode(): void {
    this.nodeEnd = silent;
    this.closeFromNode();
  }

  /** The line is cut and both ends know: what was on its way is lost. */
  cut(): void {
    this.toNode.length = 0;
    this.toConsole.length = 0;
    this.dropNode();
    this.dropConsole();
  }

  get isOver(): boolean {
    return !this.hasConsole && !this.hasNode && this.toNode.length + this.toConsole.length === 0;
  }
}

export const lineError = (message: string): { ok: false; error: DeskErrorData } => ({
  ok: false,
  error: { kind: 'unavailable', message },
});
