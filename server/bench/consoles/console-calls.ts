import type { Actor } from '#shared/model/user.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';

/** One console to open: its own folder, and who signs in there. */
export interface ConsoleSpec {
  readonly folder: string;
  readonly user: Actor;
  readonly token: string;
}

/** How a first sync went, ms since the sign-in. */
export interface FirstSync {
  /** Until the list shows its first page. */
  readonly firstPageMs: number;
  /** Until every ticket is on disk and the console is live; conversations may still be coming in. */
  readonly liveMs: number;
  /** Until every conversation is on disk, too. */
  readonly wholeMs: number;
}

export interface ReplyArgs {
  readonly console: number;
  readonly ticketUid: string;
  readonly messageUid: string;
  readonly text: string;
}

export interface Leg {
  readonly ms: number;
  /** Both ways, TCP's own left out. */
  readonly bytes: number;
}

/** One reconnect of a console that was away. */
export interface Reconnect {
  /** Until the node accepted the connection. */
  readonly opening: Leg;
  /** From there until nothing is missing. */
  readonly talk: Leg;
}

/** What became of everything that a console had kept. */
export interface Drain {
  readonly ms: number;
  /** Changes that wait for their author. */
  readonly conflicts: number;
}

/** What a process full of consoles is asked to do. Times are of the clock that all processes share, ms. */
export type ConsoleCalls = {
  /** Opens consoles on new files, signs in and waits until they are live. */
  open: (args: { nodeUrl: string; consoles: readonly ConsoleSpec[] }) => Promise<FirstSync[]>;
  /** Opens consoles on files that they had before, their plugs pulled, on a road that takes so long each way. */
  resume: (args: { nodeUrl: string; consoles: readonly ConsoleSpec[]; delayMs: number }) => Promise<void>;
  /** Puts a console's plug back in. */
  reconnect: (args: { console: number }) => Promise<Reconnect>;
  /** Waits until the search knows every ticket: what a console does by itself once its rows are there. */
  settle: (args: { console: number }) => Promise<void>;
  /** Pulls a console's plug. */
  cut: (args: { console: number }) => Promise<void>;
  /** Makes changes one after the other. @returns how many of them changed something */
  make: (args: { console: number; changes: readonly MutationCall[] }) => Promise<number>;
  /** Puts the plug back in and waits until everything is decided; pulls it so many times in between. */
  drain: (args: { console: number; cuts: number }) => Promise<Drain>;
  /** Bytes that came for a console on a resumed road until now. */
  received: (args: null) => Promise<number>;
  /** Tickets that nobody has taken, as a console's list shows them. */
  queue: (args: { console: number; limit: number }) => Promise<string[]>;
  /** Makes a reply. `startedAt`: the click; `keptAt`: durable in the outbox and visible to its author. */
  reply: (args: ReplyArgs) => Promise<{ startedAt: number; keptAt: number }>;
  /** Makes many replies, a pause between them. @returns from the click until kept, ms */
  click: (args: {
    console: number;
    tickets: readonly string[];
    count: number;
    pauseMs: number;
  }) => Promise<number[]>;
  /** From now on looks for this message in every console's file; `seen` answers when each found it. */
  expect: (args: { messageUid: string }) => Promise<void>;
  seen: (args: null) => Promise<number[]>;
};
