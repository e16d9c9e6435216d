import type { Database } from '../../database/database.ts';
import type { SeamNode } from '../seams.ts';
import { mapOps } from './map-message.ts';
import type { Mutant } from './mutant.ts';

const setLastMid = ({ disk }: SeamNode, clientId: string, mid: number): void =>
  void disk.vandalise('update sync_client set last_mid = ? where id = ?', mid, clientId);

/** Answers with what a write came to before it is on the disk. */
function hasty(database: Database): Database {
  return {
    ...database,
    write: (work, turn) =>
      new Promise((resolve, reject) => {
        database
          .write(async (tx) => {
            const value = await work(tx);
            resolve(value);
            return value;
          }, turn)
          .catch(reject);
      }),
  };
}

export const nodeMutants: readonly Mutant[] = [
  {
    name: 'gone is never sent',
    foundBy: 7,
    breaks: ['CursorDurable', 'Convergence', 'BootComplete'],
    seams: () => ({ fromNode: (message) => mapOps(message, (ops) => ops.filter((op) => op.op !== 'gone')) }),
  },
  {
    name: 'numbers are not checked',
    foundBy: 74,
    breaks: ['Monotonic', 'OneOutcome', 'AckDurable'],
    seams: () => ({
      push: (node, push, decide) => {
        setLastMid(node, push.client_id, (push.mutations[0]?.mid ?? 1) - 1);
        return decide(push);
      },
    }),
  },
  {
    name: 'a refusal does not use up its number',
    foundBy: 12,
    breaks: ['AckDurable', 'OneOutcome', 'Monotonic'],
    seams: () => ({
      push: async (node, push, decide) => {
        const pushed = await decide(push);
        const last = pushed.outcomes.at(-1);
        if (last?.status !== 'refused' || node.disk.isInTransaction) return pushed;
        node.disk.vandalise(
          'delete from mutation_result where client_id = ? and mid = ?',
          push.client_id,
          last.mid,
        );
        setLastMid(node, push.client_id, last.mid - 1);
        return pushed;
      },
    }),
  },
  {
    name: 'outcomes are not stored',
    foundBy: 1,
    breaks: ['AckDurable', 'ExactlyOnce', 'OneOutcome'],
    seams: () => ({
      push: async (node, push, decide) => {
        const pushed = await decide(push);
        node.disk.vandalise('delete from mutation_result where client_id = ?', push.client_id);
        return pushed;
      },
    }),
  },
  {
    name: 'acknowledged before the commit',
    foundBy: 2,
    breaks: ['AckDurable', 'NothingLost'],
    seams: () => ({ database: hasty }),
  },
  {
    name: 'nobody is told that they are behind',
    foundBy: 7,
    breaks: ['CursorDurable', 'Convergence'],
    seams: () => ({ fromNode: (message) => (message.kind === 'behind' ? null : message) }),
  },
  {
    name: 'a ticket that moves is sent to everybody',
    foundBy: 1,
    breaks: ['NoLeak'],
    seams: () => ({
      connections: (inner) => ({ ...inner, holdersOf: () => inner.holdersOf(['staff']) }),
    }),
  },
  {
    name: 'a changed scope keeps its connection',
    foundBy: 12,
    breaks: ['NoLeak'],
    seams: () => ({ endsChangedScopes: false }),
  },
  {
    // Of the ticket and of the activity that records the move: either of them alone still tells whoever lost it.
    name: 'compaction drops moves between readers',
    foundBy: 134,
    breaks: ['CursorDurable', 'Convergence'],
    seams: () => ({
      onCompacted: ({ disk }) =>
        void disk.vandalise(
          `delete from change_log where audience_id <> prev_audience_id
           and seq < (select max(later.seq) from change_log later where later.ticket_id = change_log.ticket_id)`,
        ),
    }),
  },
];
