import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const typeNames: Record<string, string> = {
  string: 'a string',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** What is wrong with one field, as one sentence: the document's errors are strings, never lists (contract, B3). */
export function describeIssue(issue: RawIssue): string {
  const field = issue.path?.join('.') ?? '';
  if (issue.code === 'unrecognized_keys')
    return `Unknown field '${[...(issue.path ?? []), issue.keys[0]].join('.')}'`;
  if (field === '') return 'Request body must be a JSON object';
  if (issue.input === undefined) return `Field '${field}' is required`;
  switch (issue.code) {
    case 'invalid_type':
      return `Field '${field}' must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `Invalid ${field}. Must be one of: ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `Field '${field}' cannot be empty`
        : `Field '${field}' must be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Field '${field}' must be at most ${issue.maximum} characters long`
        : `Field '${field}' must be at most ${issue.maximum}`;
    default:
      return `Field '${field}' is not valid`;
  }
}

/** Parses a part of a request with its zod schema; the first thing that is wrong with it is what the caller is told. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return (data) => {
    const result = schema.safeParse(data, { error: describeIssue });
    if (result.success) return { value: result.data };
    return { error: new DeskError('invalid', result.error.issues[0]?.message ?? 'Invalid input') };
  };
};
