import type { z } from 'zod';

/**
 * Shows an example of a request's body in the API's description. zod's own `examples` are left out wherever a field is
 * transformed, because they would be examples of what comes out of it.
 */
export function withExample<Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>): Schema {
  return schema.meta({ 'x-examples': { example: { value } } });
}
