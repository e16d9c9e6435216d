import { z } from 'zod';
import { withExample } from '../../http/example.ts';
import { filledField, textField } from '../../http/fields.ts';
import { itRoles } from './rules.ts';

const passwordField = textField(1000);

export const registerBody = withExample(
  z.object({
    username: z
      .string()
      .min(1)
      .max(150)
      .regex(/^[^\s\p{Cc}]+$/u, "Field 'username' must not contain spaces"),
    email: z.email('Invalid email address').max(320),
    password: passwordField,
    full_name: filledField(200),
    role: z.enum(itRoles).default('customer'),
  }),
  {
    username: 'robin',
    email: 'robin@example.org',
    password: 'correct-horse',
    full_name: 'Robin Hale',
    role: 'customer',
  },
);

export const loginBody = withExample(z.object({ username: textField(320), password: passwordField }), {
  username: 'robin',
  password: 'correct-horse',
});

export const loginAnswer = z
  .object({ access_token: z.string(), token_type: z.literal('bearer') })
  .meta({ examples: [{ access_token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9…', token_type: 'bearer' }] });

export const userAnswer = z
  .object({
    id: z.int(),
    username: z.string(),
    email: z.string(),
    full_name: z.string(),
    role: z.enum(itRoles),
    is_active: z.boolean(),
    created_at: z.string(),
  })
  .meta({
    examples: [
      {
        id: 1,
        username: 'robin',
        email: 'robin@example.org',
        full_name: 'Robin Hale',
        role: 'customer',
        is_active: true,
        created_at: '2023-01-01T00:00:00Z',
      },
    ],
  });
