import type { Actor } from '#shared/model/user.ts';

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
  /** Until everything is on disk and the console is live. */
  readonly liveMs: number;
}

export interface ReplyArgs {
  readonly console: number;
  readonly ticketUid: string;
  readonly messageUid: string;
  readonly text: string;
}

/** What a process full of consoles is asked to do. Times are of the clock that all processes share, ms. */
export type ConsoleCalls = {
  /** Opens consoles on new files, signs in and waits until they are live. */
  open: (args: { nodeUrl: string; consoles: readonly ConsoleSpec[] }) => Promise<FirstSync[]>;
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
