import { expect, test } from 'vitest';
import { z } from 'zod';
import * as schemas from './schemas.ts';

test.each(Object.entries(schemas))('%s can be written as JSON schema', (name, schema) => {
  const io = name.endsWith('Answer') ? 'output' : 'input';
  const { type, properties } = z.toJSONSchema(schema, { io });
  expect(type).toBe('object');
  expect(Object.keys(properties ?? {}).length).toBeGreaterThan(0);
});
