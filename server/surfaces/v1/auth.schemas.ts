import { z } from 'zod';
import { textField } from '../../http/fields.ts';
import { identity } from './identity.schemas.ts';

/** Longer ones are nobody's; short enough that hashing them costs no more than any other. */
const passwordField = textField(1000);

export const loginBody = z.object({ username: textField(320), password: passwordField });
export const refreshBody = z.object({ refresh_token: z.string().max(4096) });
export const changePasswordBody = z.object({ old_password: passwordField, new_password: passwordField });

const tokens = {
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
};

export const loginAnswer = z.object({
  success: z.literal(true),
  message: z.string(),
  data: z.object({ ...tokens, user: z.object(identity) }),
});

export const refreshAnswer = z.object({
  success: z.literal(true),
  message: z.string(),
  data: z.object(tokens),
});

export const meAnswer = z.object({
  ...identity,
  is_active: z.boolean(),
  is_available: z.boolean(),
  last_login_at: z.string().nullable(),
  created_at: z.string(),
});

export const messageAnswer = z.object({ success: z.literal(true), message: z.string() });
