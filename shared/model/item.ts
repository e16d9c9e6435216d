import { z } from 'zod';
import type { Department } from './department.ts';
import type { Token } from './permissions.ts';
import { priorities } from './priority.ts';
import { statuses } from './status.ts';
import { viewFilterSchema, type ViewFilter } from './view-filter.ts';

/** Things that staff make for each other's daily work, and that every console holds. */
export const itemKinds = ['macro', 'view'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Who sees an item: its owner, the agents of a department, or everybody on the staff. */
export const itemVisibilities = ['own', 'team', 'all'] as const;
export type ItemVisibility = (typeof itemVisibilities)[number];

/** A macro or a saved view as it is stored and sent; `body` is JSON, by kind a `MacroBody` or a `ViewFilter`. */
export interface ItemRow {
  uid: string;
  id: number;
  ver: number;
  kind: ItemKind;
  owner_id: number;
  visibility: ItemVisibility;
  /** The team's department; null for the other visibilities. */
  department: Department | null;
  name: string;
  body: string;
  updated_at: number;
}

/** The tokens that may read an item. Admins look after what teams share, not after what is somebody's own. */
export function itemAudience({
  visibility,
  department,
  owner_id,
}: Pick<ItemRow, 'visibility' | 'department' | 'owner_id'>): Token[] {
  switch (visibility) {
    case 'own':
      return [`u:${owner_id}`];
    case 'team':
      return ['admin', `q:${department ?? 'general'}`, `u:${owner_id}`].toSorted();
    case 'all':
      return ['staff'];
  }
}

const tagList = z.array(z.string().trim().min(1).max(50)).max(20);

/** What one press does to a ticket: what it says, and what it sets. */
export const macroBodySchema = z
  .strictObject({
    /** May hold the variables of `fillMacro`. */
    text: z.string().max(20_000).optional(),
    /** The text is an internal note. */
    is_note: z.boolean().optional(),
    status: z.enum(statuses).optional(),
    priority: z.enum(priorities).optional(),
    /** `me` is whoever uses the macro, null takes the assignee away. */
    assignee_id: z.union([z.int().positive(), z.literal('me'), z.null()]).optional(),
    add_tags: tagList.optional(),
    remove_tags: tagList.optional(),
  })
  .refine(
    ({ is_note: _kind, ...effects }) => Object.values(effects).some((effect) => effect !== undefined),
    'A macro must do something',
  );
export type MacroBody = z.infer<typeof macroBodySchema>;

/** An item with its body read: what interfaces show. */
export type DeskItem = Omit<ItemRow, 'kind' | 'body'> &
  ({ kind: 'macro'; body: MacroBody } | { kind: 'view'; body: ViewFilter });

/** Null for a body that this version does not understand. */
export function readItem({ kind, body, ...rest }: ItemRow): DeskItem | null {
  const parsed: unknown = JSON.parse(body);
  if (kind === 'macro') {
    const macro = macroBodySchema.safeParse(parsed);
    return macro.success ? { ...rest, kind, body: macro.data } : null;
  }
  const view = viewFilterSchema.safeParse(parsed);
  return view.success ? { ...rest, kind, body: view.data } : null;
}
