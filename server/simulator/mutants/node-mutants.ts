import type { Database } from '../../database/database.ts';
import type { SimNode } from '../processes/sim-node.ts';
import { mapOps } from './map-message.ts';
import type { Mutant } from './mutant.ts';

const setLastMid = ({ disk }: SimNode, clientId: string, mid: number): void =>
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
    seams: () => ({ fromNode: (message) => mapOps(message, (ops) => ops.filter((op) => op.op !== 'gone')) }),
  },
  {
    name: 'numbers are not checked',
    seams: () => ({
      push: (node, push, decide) => {
        setLastMid(node, push.client_id, (push.mutations[0]?.mid ?? 1) - 1);
        return decide(push);
      },
    }),
  },
  {
    name: 'a refusal does not use up its number',
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
    seams: () => ({
      push: async (node, push, decide) => {
        const pushed = await decide(push);
        node.disk.vandalise('delete from mutation_result where client_id = ?', push.client_id);
        return pushed;
      },
    }),
  },
  { name: 'acknowledged before the commit', seams: () => ({ database: hasty }) },
  {
    name: 'nobody is told that they are behind',
    seams: () => ({ fromNode: (message) => (message.kind === 'behind' ? null : message) }),
  },
  {
    name: 'a ticket that moves is sent to everybody',
    seams: () => ({
      connections: (inner) => ({ ...inner, holdersOf: () => inner.holdersOf(['staff']) }),
    }),
  },
  { name: 'a changed scope keeps its connection', seams: () => ({ endsChangedScopes: false }) },
  {
    name: 'compaction drops moves between readers',
    seams: () => ({
      onCompacted: ({ disk }) =>
        void disk.vandalise(
          'delete from change_log where seq not in (select max(seq) from change_log group by ent, row_id)',
        ),
    }),
  },
];
