import { z } from 'zod';
import { tokenScopes } from '#shared/model/token-scope.ts';
import { withExample } from '../../http/example.ts';
import { filledField, idField, optional } from '../../http/fields.ts';
import { momentField } from '../../http/moment-field.ts';
import { answer } from './answer.ts';
import { flagField } from './fields.ts';

export const tokenParams = z.object({ token_id: idField('Invalid token ID') });

export const tokensQuery = z.object({ all: flagField('all').optional() });

export const createTokenBody = withExample(
  z.object({
    name: filledField(100),
    scopes: z
      .array(z.enum(tokenScopes))
      .min(1, "Field 'scopes' cannot be empty")
      .max(tokenScopes.length)
      .refine((scopes) => new Set(scopes).size === scopes.length, "Field 'scopes' names one twice"),
    expires_at: optional(momentField),
  }),
  { name: 'Nightly report', scopes: ['read'], expires_at: '2027-12-31T00:00:00Z' },
);

const token = z.object({
  id: z.int(),
  name: z.string(),
  /** The last characters of the token. */
  hint: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  user_id: z.int(),
  username: z.string(),
  created_at: z.string(),
  expires_at: z.string().nullable(),
  last_used_at: z.string().nullable(),
});

export const tokensAnswer = answer({ tokens: z.array(token), total: z.int() });
export const createTokenAnswer = answer({
  message: z.string(),
  /** To be sent as `Authorization: Bearer …`. Shown this once. */
  secret: z.string(),
  token,
});
export const revokeTokenAnswer = answer({ message: z.string(), token });
