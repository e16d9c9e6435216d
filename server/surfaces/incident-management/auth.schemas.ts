import { z } from 'zod';
import { textField } from '../../http/fields.ts';
import { identityFields } from './users.schemas.ts';

/** Longer ones are nobody's; short enough that hashing them costs no more than any other. */
const passwordField = textField(1000);

export const loginBody = z.object({ username: textField(320), password: passwordField });
export const refreshBody = z.object({ refresh: z.string().max(4096) });

export const loginAnswer = z.object({
  access: z.string(),
  refresh: z.string(),
  user: z.object(identityFields),
});

export const refreshAnswer = z.object({ access: z.string() });
