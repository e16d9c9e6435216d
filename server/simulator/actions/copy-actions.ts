import { compact, defaultRetention } from '../../sync/compaction.service.ts';
import { userIds } from '../desk.ts';
import { settle } from '../virtual-time.ts';
import type { Action } from './action.ts';

/** More consoles than this make a schedule slow and no different. */
export const consoleLimit = 9;

/** A profile is copied to a second machine: two consoles with one identity and one outbox. */
const copyProfile: Action = {
  name: 'copy-profile',
  weight: 0.7,
  run: async (world, rng) => {
    const original = rng.pick(
      world.consoles.filter(
        ({ outboxDisk, replicaDisk }) => !outboxDisk.isInTransaction && !replicaDisk.isInTransaction,
      ),
    );
    if (original === undefined || world.consoles.length >= consoleLimit) return;
    const copy = world.addConsole(original.userId);
    original.copyTo(copy);
    world.note(`${copy.name} is a copy of ${original.name}`);
    copy.start();
    await settle();
  },
};

/** Somebody keeps a copy of the node's file. */
const backUp: Action = {
  name: 'back-up',
  weight: 1,
  run: ({ node, backups }) => {
    if (!node.disk.isInTransaction) backups.push(node.disk.image());
  },
};

/** The node comes back with an older copy of its file, under a new epoch. */
const restore: Action = {
  name: 'restore',
  weight: 0.7,
  run: (world, rng) => {
    const backup = rng.pick(world.backups);
    if (backup === undefined) return;
    const { node } = world;
    node.process?.kill();
    node.disk.replace(backup);
    node.disk.vandalise('update sync_head set epoch = ?', `epoch-${rng.next()}`);
    world.note('the node is restored');
    world.restored();
  },
};

/** The node drops what it need not remember: repeats, or everything but the newest entries. */
const compactLog: Action = {
  name: 'compact',
  weight: 2,
  run: async (world, rng) => {
    if (!world.node.isUp) return;
    const keepRows = rng.chance(0.6) ? defaultRetention.keepRows : rng.below(12);
    void compact(world.node.services, { ...defaultRetention, keepRows, stretch: 3 + rng.below(40) }).catch(
      () => {},
    );
    await settle();
    if (world.node.isUp && !world.node.disk.isInTransaction) world.seams.onCompacted?.(world.node);
  },
};

export const copyActions: readonly Action[] = [copyProfile, backUp, restore, compactLog];

/** Who a world's consoles belong to: somebody may have two. */
export const drawUser = (rng: { pick: <Item>(list: readonly Item[]) => Item | undefined }): number =>
  rng.pick(userIds) ?? 1;
