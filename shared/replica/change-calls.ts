import { listDone, listOutbox } from './outbox-items.ts';
import type { Handlers } from './read-calls.ts';
import type { ReplicaParts } from './replica-parts.ts';

type ChangeCall =
  | 'mutate'
  | 'outbox.list'
  | 'outbox.done'
  | 'outbox.cancel'
  | 'conflicts.list'
  | 'conflicts.resolve';

/** The calls that change something on the desk, and those about what became of it. */
export function createChangeCalls({
  db,
  outbox,
  lane,
  changes,
  loop,
  status,
}: Pick<ReplicaParts, 'db' | 'outbox' | 'lane' | 'changes' | 'loop' | 'status'>): Pick<Handlers, ChangeCall> {
  return {
    mutate: ({ name, args, files }) =>
      lane(() => changes.make(name, args, files === undefined ? {} : { files })),
    'outbox.list': () => listOutbox({ db, outbox }, loop.sentUpTo),
    'outbox.done': () => listDone({ db, outbox }),
    'outbox.cancel': async ({ id, is_edited }) => {
      const isTakenBack = await lane(() => changes.takeBack(id, is_edited));
      status.ask();
      return isTakenBack;
    },
    'conflicts.list': () => changes.listConflicts(),
    'conflicts.resolve': async ({ id, choice }) => {
      const resolved = await lane(() => changes.resolve(id, choice));
      status.ask();
      return resolved;
    },
  };
}
