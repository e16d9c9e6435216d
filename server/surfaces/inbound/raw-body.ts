import { Readable } from 'node:stream';
import type { FastifyRequest, preParsingAsyncHookHandler } from 'fastify';
import { DeskError } from '#shared/protocol/errors.ts';

/** Hands the body as it came to `check` before anybody reads it; what throws there turns the request away. */
export function checkRawBody(
  limitBytes: number,
  check: (request: FastifyRequest, body: Buffer) => void,
): preParsingAsyncHookHandler {
  return async (request, _reply, payload) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    for await (const chunk of payload) {
      const bytes = Buffer.from(chunk as Uint8Array);
      sizeBytes += bytes.length;
      if (sizeBytes > limitBytes) throw new DeskError('too_large', 'Request body is too large');
      chunks.push(bytes);
    }
    const body = Buffer.concat(chunks);
    check(request, body);
    return Readable.from([body]);
  };
}
