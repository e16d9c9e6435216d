import { z } from 'zod';
import { withExample } from '../../http/example.ts';
import { textField } from '../../http/fields.ts';
import { exampleIdentity, identityFields } from './users.schemas.ts';

/** Longer ones are nobody's; short enough that hashing them costs no more than any other. */
const passwordField = textField(1000);

const exampleToken = 'eyJ0eXAiOiJKV1QiLCJhbGc…';

export const loginBody = withExample(z.object({ username: textField(320), password: passwordField }), {
  username: 'admin_user',
  password: 'admin123',
});
export const refreshBody = withExample(z.object({ refresh: z.string().max(4096) }), {
  refresh: exampleToken,
});

export const loginAnswer = z
  .object({
    access: z.string(),
    refresh: z.string(),
    user: z.object(identityFields),
  })
  .meta({ examples: [{ access: exampleToken, refresh: exampleToken, user: exampleIdentity }] });

export const refreshAnswer = z.object({ access: z.string() }).meta({ examples: [{ access: exampleToken }] });
