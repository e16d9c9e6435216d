import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { roles } from '#shared/model/user.ts';

/** Who somebody is, in every answer about a user. */
export const identity = {
  id: z.int(),
  username: z.string(),
  email: z.string(),
  full_name: z.string(),
  role: z.enum(roles),
  department: z.enum(departments).nullable(),
};
