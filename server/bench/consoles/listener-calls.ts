import type { ConsoleSpec } from './console-calls.ts';

/** What a process full of listeners is asked to do. */
export type ListenerCalls = {
  /** Connects so many consoles without a copy, the users in turn, and waits until all are greeted. */
  connect: (args: {
    nodeUrl: string;
    users: readonly Omit<ConsoleSpec, 'folder'>[];
    count: number;
  }) => Promise<void>;
  /** Messages that all of them have heard together. */
  heard: (args: null) => Promise<number>;
};
