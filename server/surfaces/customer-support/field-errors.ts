import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const typeNames: Record<string, string> = { string: 'string', int: 'whole number', object: 'object' };

export function choiceText(choices: readonly unknown[]): string {
  return `Not a valid choice. Must be one of: ${choices.join(', ')}.`;
}

/** What is wrong with a field, in a sentence that does not name it: its name is the key that the sentence stands under. */
function describeIssue(issue: RawIssue): string {
  if (issue.input === undefined) return 'This field is required.';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === null
        ? 'This field may not be null.'
        : `Not a valid ${typeNames[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return choiceText(issue.values);
    case 'too_small':
      return 'This field may not be blank.';
    case 'too_big':
      return `Ensure this field has no more than ${issue.maximum} characters.`;
    default:
      return 'Not a valid value.';
  }
}

/** "400 Bad Request": every wrong field with what is wrong with it, by the field's name. */
export function fieldError(messagesByField: Record<string, string[]>): DeskError {
  const [first = ['Invalid input']] = Object.values(messagesByField);
  return new DeskError('invalid', first[0] ?? 'Invalid input', { data: { fields: messagesByField } });
}

function toError(issues: readonly z.core.$ZodIssue[]): DeskError {
  const messagesByField: Record<string, string[]> = {};
  for (const { path, message } of issues) {
    const [field] = path;
    if (field === undefined) return new DeskError('invalid', 'Request body must be a JSON object');
    (messagesByField[String(field)] ??= []).push(message);
  }
  return fieldError(messagesByField);
}

/** Parses a part of a request with its zod schema. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return (data) => {
    const result = schema.safeParse(data, { error: describeIssue });
    return result.success ? { value: result.data } : { error: toError(result.error.issues) };
  };
};
