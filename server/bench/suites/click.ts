import { startConsoles } from '../consoles/fleet.ts';
import type { Suite } from '../harness/bench.ts';
import { timingFigures } from '../harness/figure.ts';
import { summarise, type Timings } from '../harness/statistics.ts';
import { timeOutboxCommit } from '../limits/raw-outbox.ts';

/** An agent is never this quick; it leaves the console time to send what was kept, as it would have. */
const pauseMs = 15;
const queueLength = 200;

/** From the click on "Send" until the reply is durable in the outbox and visible, on a console with the whole desk. */
export const clickSuite: Suite = {
  name: 'click',
  run: async (bench) => {
    const started = await bench.startDesk();
    await using _node = started.node;
    const { host } = await startConsoles(bench, started, [started.desk.admin]);
    await using _host = host;
    const limit = timeOutboxCommit(bench.folder('raw-outbox'), bench.pace.roundMs);
    const tickets = await host.call('queue', { console: 0, limit: queueLength });
    const count = bench.isQuick ? 30 : 150;
    await host.call('settle', { console: 0 });
    const clicks = { console: 0, tickets, count, pauseMs };
    await host.call('click', clicks);
    const rounds: Timings[] = [];
    while (rounds.length < bench.pace.rounds) {
      const durations = await host.call('click', clicks);
      rounds.push(
        summarise(
          durations,
          durations.reduce((sum, each) => sum + each, 0),
        ),
      );
    }
    const figures = timingFigures(
      'click to durable and visible',
      rounds,
      { name: 'raw commit', timings: limit },
      { p50: 5 },
    );
    return figures.filter(({ metric }) => metric !== 'rate');
  },
};
