import { expect, test } from 'vitest';
import { z } from 'zod';
import * as auth from './auth.schemas.ts';
import * as answers from './ticket-answers.schemas.ts';
import * as tickets from './tickets.schemas.ts';
import * as users from './users.schemas.ts';

const schemas = Object.entries({ ...auth, ...answers, ...tickets, ...users });

test.each(schemas)('%s can be written as JSON schema', (name, schema) => {
  const io = name.endsWith('Answer') ? 'output' : 'input';
  const { type, properties } = z.toJSONSchema(schema, { io });
  expect(type).toBe('object');
  expect(Object.keys(properties ?? {}).length).toBeGreaterThan(0);
});
