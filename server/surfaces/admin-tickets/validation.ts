import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';
import { describeIssue } from '../../http/validation.ts';
import { failure, isErrorCode } from './texts.ts';

/** Parses a part of a request; what a schema refuses with a code is said in the document's words. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data) => {
    // Nothing at all is as good as an empty object: every body here has fields that say what is missing.
    const result = schema.safeParse(httpPart === 'body' ? (data ?? {}) : data, { error: describeIssue });
    if (result.success) return { value: result.data };
    const message = result.error.issues[0]?.message ?? 'Invalid input';
    return { error: isErrorCode(message) ? failure(message) : new DeskError('invalid', message) };
  };
};
