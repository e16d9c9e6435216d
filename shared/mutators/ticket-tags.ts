import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { draftActivity, maxTags, tagsSchema } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

const argsSchema = z
  .strictObject({ ticket_uid: uidSchema, activity_uid: uidSchema, add: tagsSchema, remove: tagsSchema })
  .refine(({ add, remove }) => !add.some((tag) => remove.includes(tag)), 'A tag is added and removed');

/**
 * Adds and removes tags, whatever others are there: changes of different tags come out the same in any order. Tags
 * beyond the most that a ticket may have are left out.
 */
export const ticketTags = defineMutator({
  name: 'ticket-tags',
  version: 1,
  action: 'tag',
  args: argsSchema,
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    const before = JSON.parse(ticket.tags) as string[];
    const kept = before.filter((tag) => !args.remove.includes(tag));
    const added = [...new Set(args.add)].filter((tag) => !kept.includes(tag));
    const after = [...kept, ...added].slice(0, maxTags);
    if (after.join('\n') === before.join('\n')) return { kind: 'unchanged' };
    const activity = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: 'tags_updated',
      data: {
        added: after.filter((tag) => !before.includes(tag)),
        removed: before.filter((tag) => !after.includes(tag)),
      },
    });
    const set = { tags: JSON.stringify(after) };
    return { kind: 'applied', changes: { set, messages: [], activities: [activity] } };
  },
});
