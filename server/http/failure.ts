import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DeskError, toDeskErrorData, type DeskErrorData, type ErrorKind } from '#shared/protocol/errors.ts';

export const statusByKind: Record<ErrorKind, number> = {
  invalid: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 426,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

/** What went wrong, as plain data; what nobody foresaw becomes `internal` and its text stays in the log. */
export function toFailure(error: unknown): DeskErrorData {
  if (error instanceof DeskError) return error.toData();
  if (hasZodFastifySchemaValidationErrors(error))
    return { kind: 'invalid', message: describe(error.validation) };
  switch (statusOf(error)) {
    case 400:
    case 415:
      return { kind: 'invalid', message: (error as Error).message };
    // Of Fastify's parts only the one that serves files forbids: paths that would leave its folder.
    case 403:
      return { kind: 'not_found', message: 'Not found' };
    case 413:
      return { kind: 'too_large', message: (error as Error).message };
    case 429:
      return { kind: 'rate_limited', message: (error as Error).message };
    default:
      return toDeskErrorData(error);
  }
}

/**
 * Only Fastify's own errors say a status that may be believed; a thrown response of another kind is a fault. So does what
 * it makes of a body whose sender has gone.
 */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { statusCode, code } = error as Partial<FastifyError>;
  const isBroken = code === 'ECONNRESET' && statusCode === 400;
  return code?.startsWith('FST_') === true || isBroken || statusCode === 429 ? statusCode : undefined;
}

/** The first thing that is wrong with the request: "priority: Invalid option". */
function describe(issues: readonly { instancePath: string; message?: string }[]): string {
  const [issue] = issues;
  if (issue === undefined) return 'Invalid input';
  const field = issue.instancePath.split('/').filter(Boolean).join('.');
  const message = issue.message ?? 'Invalid input';
  return field === '' ? message : `${field}: ${message}`;
}
