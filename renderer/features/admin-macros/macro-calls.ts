import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { itemVisibilities, macroBodySchema } from '#shared/model/item.ts';
import { idParams } from '#shared/protocol/node-call.ts';
import { v1Call } from '../../store/v1-call.ts';

const macroSchema = z.object({
  id: z.int(),
  ver: z.int(),
  name: z.string(),
  visibility: z.enum(itemVisibilities),
  department: z.enum(departments).nullable(),
  body: macroBodySchema,
  updated_at: z.string(),
});
export type Macro = z.infer<typeof macroSchema>;

const input = {
  name: z.string(),
  visibility: z.enum(itemVisibilities),
  department: z.enum(departments).optional(),
  body: macroBodySchema,
};

const changed = { macro: macroSchema };

/** `/api/v1/macros`. */
export const macroCalls = {
  list: v1Call({ method: 'GET', path: '/macros', data: { macros: z.array(macroSchema) } }),
  create: v1Call({ method: 'POST', path: '/macros', body: z.object(input), data: changed }),
  update: v1Call({
    method: 'PATCH',
    path: '/macros/:id',
    params: idParams,
    body: z.object({ ...input, ver: z.int() }),
    data: changed,
  }),
  remove: v1Call({ method: 'DELETE', path: '/macros/:id', params: idParams, data: changed }),
};
