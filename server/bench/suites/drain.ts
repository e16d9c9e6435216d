import { v7 } from 'uuid';
import type { Actor } from '#shared/model/user.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import { startConsoles } from '../consoles/fleet.ts';
import type { Bench, Suite } from '../harness/bench.ts';
import { RawDesk } from '../limits/raw-desk.ts';
import { countArrived } from '../limits/count-arrived.ts';

const cuts = 5;
/** What a console sends at once, so that it shares a commit. */
const perPush = 64;
const conflictPart = 0.2;
const queueLength = 400;

/** A long time offline: everything that was done meanwhile is sent, a fifth of it overtaken, on a line that breaks. */
export const drainSuite: Suite = {
  name: 'drain',
  run: async (bench) => {
    const count = bench.isQuick ? 250 : 1_000;
    const rounds: number[] = [];
    while (rounds.length < bench.pace.rounds) rounds.push(await measure(bench, count));
    using raw = new RawDesk(bench.copyDesk().file);
    const { perSecond } = raw.timeReplies(perPush, bench.pace.roundMs / 2);
    return [
      {
        row: `${count.toLocaleString('en-US')} changes made offline, ${conflictPart * 100} % overtaken, ${cuts} cuts`,
        metric: 'until all are decided',
        unit: 'ms',
        rounds,
        limit: { name: `raw commits of ${perPush}`, value: (count * 1000) / perSecond },
        goal: 3_000,
      },
    ];
  },
};

async function measure(bench: Bench, count: number): Promise<number> {
  const started = await bench.startDesk();
  await using _node = started.node;
  const { admin, file } = started.desk;
  const { host } = await startConsoles(bench, started, [admin]);
  await using _host = host;
  const colleagues = (await startConsoles(bench, started, [admin])).host;
  await using _colleagues = colleagues;
  const tickets = await host.call('queue', { console: 0, limit: queueLength });
  if (tickets.length <= count * conflictPart) throw new Error(`${tickets.length} tickets are too few`);
  const work = draftWork(tickets, count, started.desk.team);
  await host.call('settle', { console: 0 });
  await colleagues.call('settle', { console: 0 });
  await host.call('cut', { console: 0 });
  const kept = await host.call('make', { console: 0, changes: [...work.overtaken, ...work.others] });
  if (kept !== count) throw new Error(`${kept} of ${count} changes were kept`);
  const answers = work.overtaken.map(({ args }) => replyTo(args.ticket_uid));
  await colleagues.call('make', { console: 0, changes: answers });
  await colleagues.call('drain', { console: 0, cuts: 0 });
  const { ms, conflicts } = await host.call('drain', { console: 0, cuts });
  const arrived = countArrived(file, work.others.map(markerOf));
  const doubtful = countArrived(file, work.overtaken.map(markerOf));
  const expected = { conflicts: work.overtaken.length, arrived: work.others.length, doubtful: 0 };
  const found = JSON.stringify({ conflicts, arrived, doubtful });
  if (found !== JSON.stringify(expected)) throw new Error(`${found} instead of ${JSON.stringify(expected)}`);
  return ms;
}

/** Replies that a colleague will have overtaken, and notes and assignments on other tickets. */
function draftWork(
  tickets: readonly string[],
  count: number,
  team: readonly Actor[],
): { overtaken: MutationCall[]; others: MutationCall[] } {
  const overtakenCount = count * conflictPart;
  const overtaken = tickets.slice(0, overtakenCount).map(replyTo);
  const free = tickets.slice(overtakenCount);
  const others = Array.from({ length: count - overtakenCount }, (_unused, index): MutationCall => {
    const ticket_uid = free[index % free.length] ?? '';
    const pass = Math.floor(index / free.length);
    if (pass % 2 === 0) {
      const text = `Spoke with the bank, attempt ${index}.`;
      return { name: 'ticket-note', args: { ticket_uid, message_uid: v7(), activity_uid: v7(), text } };
    }
    const assignee_id = team[pass % team.length]?.id ?? 0;
    const args = { ticket_uid, activity_uid: v7(), status_activity_uid: v7(), assignee_id };
    return { name: 'ticket-assign', args };
  });
  return { overtaken, others };
}

const replyTo = (ticket_uid: string): Extract<MutationCall, { name: 'ticket-reply' }> => ({
  name: 'ticket-reply',
  args: { ticket_uid, message_uid: v7(), text: 'The money is on its way.', seen_reply_uid: null },
});

const markerOf = ({ args }: MutationCall): string =>
  'message_uid' in args ? args.message_uid : 'activity_uid' in args ? args.activity_uid : '';
