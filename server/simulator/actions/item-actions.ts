import { itemVisibilities } from '#shared/model/item.ts';
import type { ItemInput } from '../../items/item.service.ts';
import { findActor } from '../../users/profile.repo.ts';
import { simDepartments, userIds } from '../desk.ts';
import type { Rng } from '../random.ts';
import type { World } from '../world.ts';
import { onNode, type Action } from './action.ts';

const drawInput = (rng: Rng): ItemInput => ({
  name: `Macro ${rng.below(1000)}`,
  visibility: rng.pick(itemVisibilities) ?? 'own',
  department: rng.pick(simDepartments) ?? null,
  body: { text: `Hello ${rng.below(1000)}` },
});

/** Somebody makes, shares or deletes a macro on the node. It may fail: by policy, or because the node dies. */
const itemAction = (
  name: string,
  work: (
    world: World,
    rng: Rng,
    author: NonNullable<Awaited<ReturnType<typeof findActor>>>,
  ) => Promise<unknown>,
): Action => ({
  name,
  weight: 1,
  run: async (world, rng) => {
    if (!world.node.isUp) return;
    const authorId = rng.pick(userIds) ?? 1;
    await onNode(async () => {
      const author = await findActor(world.node.services.database.db, authorId);
      if (author !== null) await work(world, rng, author);
    });
  },
});

const pickId = (world: World, rng: Rng): number =>
  rng.pick(world.node.disk.read<{ id: number }>('select id from desk_item order by id'))?.id ?? 0;

export const itemActions: readonly Action[] = [
  itemAction('make-item', ({ node }, rng, author) =>
    node.services.items.create(author, 'macro', drawInput(rng)),
  ),
  itemAction('change-item', (world, rng, author) =>
    world.node.services.items.update(author, 'macro', pickId(world, rng), drawInput(rng)),
  ),
  itemAction('delete-item', (world, rng, author) =>
    world.node.services.items.remove(author, 'macro', pickId(world, rng)),
  ),
];
