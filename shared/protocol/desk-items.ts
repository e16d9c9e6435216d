import { z } from 'zod';
import { departments } from '../model/department.ts';
import { itemVisibilities, macroBodySchema } from '../model/item.ts';
import { viewFilterSchema } from '../model/view-filter.ts';
import { viewIds } from '../model/view.ts';
import { uidSchema } from '../model/uid.ts';

/** Macros, saved views and answers as the console hands them to the interface. */
const itemFields = {
  uid: uidSchema,
  id: z.int(),
  ver: z.int(),
  owner_id: z.int(),
  visibility: z.enum(itemVisibilities),
  department: z.enum(departments).nullable(),
  name: z.string(),
  updated_at: z.int(),
};

export const deskItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...itemFields, kind: z.literal('macro'), body: macroBodySchema }),
  z.strictObject({ ...itemFields, kind: z.literal('view'), body: viewFilterSchema }),
]);

/** Which tickets a list shows: a built-in view, a saved one by its uid, or a filter that is being written. */
export const listedViewSchema = z.union([
  z.enum(viewIds),
  z.strictObject({ item: uidSchema }),
  z.strictObject({ filter: viewFilterSchema }),
]);
export type ListedView = z.infer<typeof listedViewSchema>;
