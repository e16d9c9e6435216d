import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { itemVisibilities } from '#shared/model/item.ts';
import { viewFilterSchema } from '#shared/model/view-filter.ts';
import { v1Call } from './v1-call.ts';

const share = {
  visibility: z.enum(itemVisibilities),
  department: z.enum(departments).optional(),
};
const named = { name: z.string(), ...share, body: viewFilterSchema };
const idOnly = z.strictObject({ id: z.int() });
const data = { view: z.object({ id: z.int(), uid: z.string() }) };

/** Saved views are changed on the node; every console hears of it. `ver` is the version that its author saw. */
export const viewCalls = {
  create: v1Call({ method: 'POST', path: '/views', body: z.strictObject(named), data }),
  update: v1Call({
    method: 'PATCH',
    path: '/views/:id',
    params: idOnly,
    body: z.strictObject({ ...named, ver: z.int() }),
    data,
  }),
  remove: v1Call({ method: 'DELETE', path: '/views/:id', params: idOnly, data }),
};
