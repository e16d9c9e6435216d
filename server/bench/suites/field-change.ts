import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { priorities } from '#shared/model/priority.ts';
import type { ConsoleCalls } from '../consoles/console-calls.ts';
import { startConsoles } from '../consoles/fleet.ts';
import { startChild } from '../harness/child-process.ts';
import type { Suite } from '../harness/bench.ts';
import type { Figure } from '../harness/figure.ts';

/** Longer than the node gathers changes for one frame, so that each has a frame of its own. */
const pauseMs = 60;

/** What one changed field costs on a colleague's line: TCP's content, with the frames around it. */
export const fieldChangeSuite: Suite = {
  name: 'field-change',
  run: async (bench) => {
    const started = await bench.startDesk();
    await using _node = started.node;
    const [author, reader] = started.desk.team;
    if (author === undefined || reader === undefined) throw new Error('The team is too small');
    const authors = (await startConsoles(bench, started, [author])).host;
    await using _authors = authors;
    const files = await startConsoles(bench, started, [reader]);
    await files.host[Symbol.asyncDispose]();
    await using readers = startChild<ConsoleCalls>('console-host.ts');
    await readers.call('resume', { nodeUrl: started.node.url, consoles: files.specs, delayMs: 0 });
    await readers.call('reconnect', { console: 0 });
    const count = bench.isQuick ? 10 : 50;
    const tickets = await authors.call('queue', { console: 0, limit: count });
    const rounds: number[] = [];
    for (const priority of priorities.slice(0, bench.pace.rounds)) {
      const before = await readers.call('received', null);
      let changed = 0;
      for (const ticket_uid of tickets) {
        const args = { ticket_uid, activity_uid: v7(), priority };
        changed += await authors.call('make', {
          console: 0,
          changes: [{ name: 'ticket-priority', args }],
        });
        await pause(pauseMs);
      }
      rounds.push(((await readers.call('received', null)) - before) / changed);
    }
    const figure: Figure = {
      row: 'a changed field on the wire',
      metric: 'per change',
      unit: 'bytes',
      rounds,
      goal: 250,
    };
    return [figure];
  },
};
