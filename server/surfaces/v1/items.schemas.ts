import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { itemVisibilities, macroBodySchema, type ItemKind, type MacroBody } from '#shared/model/item.ts';
import { uidSchema } from '#shared/model/uid.ts';
import { viewFilterSchema, type ViewFilter } from '#shared/model/view-filter.ts';
import { withExample } from '../../http/example.ts';
import { filledField, idField, optional } from '../../http/fields.ts';
import { answer } from './answer.ts';

export const itemParams = z.object({ item_id: idField('Invalid ID') });

const exampleUid = '01920000-0000-7000-8000-00000000000a';
const share = {
  /** `own`: its author alone; `team`: a department; `all`: everybody on the staff. */
  visibility: z.enum(itemVisibilities),
  /** The team's; the author's own when left out. */
  department: optional(z.enum(departments)),
};

const item = {
  id: z.int(),
  uid: z.string(),
  ver: z.int(),
  name: z.string(),
  visibility: z.enum(itemVisibilities),
  department: z.enum(departments).nullable(),
  owner_id: z.int(),
  updated_at: z.string(),
};

type ItemBody = MacroBody | ViewFilter;

/** The schemas of one kind: its body, and the word for it in answers. */
function schemasOf(kind: ItemKind, body: z.ZodType<ItemBody>, example: { name: string; body: ItemBody }) {
  const shown = z.object({ ...item, body });
  const one: Record<string, typeof shown> = { [kind]: shown };
  const many: Record<string, z.ZodType> = { [`${kind}s`]: z.array(shown), total: z.int() };
  return {
    createBody: withExample(
      z.object({
        name: filledField(100),
        ...share,
        body,
        /** Names it beforehand, so that a request that is sent twice makes it once. */
        uid: optional(uidSchema),
      }),
      { ...example, visibility: 'team', department: 'payment', uid: exampleUid },
    ),
    updateBody: withExample(
      z.object({
        name: optional(filledField(100)),
        visibility: optional(share.visibility),
        department: share.department,
        body: optional(body),
        /** The version that was seen: another one is a conflict. */
        ver: optional(z.int().positive()),
      }),
      { name: example.name, ver: 1 },
    ),
    listAnswer: answer(many),
    itemAnswer: answer(one),
    changeAnswer: answer({ message: z.string(), ...one }),
  };
}

export type ItemSchemas = ReturnType<typeof schemasOf>;

export const macroSchemas = schemasOf('macro', macroBodySchema, {
  name: 'Refund is on its way',
  body: {
    text: 'Hello {{customer.name}}, your refund is on its way. {{agent.name}}',
    status: 'waiting_user',
    assignee_id: 'me',
    add_tags: ['refund'],
  },
});

export const viewSchemas = schemasOf('view', viewFilterSchema, {
  name: 'Urgent and unanswered',
  body: {
    conditions: [
      { field: 'priority', is: 'any_of', values: ['critical', 'high'] },
      { field: 'first_responded_at', is: 'unset' },
      { field: 'anywhere', is: 'contains', value: 'refund' },
    ],
    sort: 'sla_risk',
  },
});
