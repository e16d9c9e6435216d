import { DeskError } from '#shared/protocol/errors.ts';
import type { App } from './app.ts';

/**
 * Many clients send a content type with every request, also where there is nothing to send. What is no JSON stays text,
 * which no route with a body accepts.
 */
export function acceptEmptyBodies(app: App): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, body as string, done);
  });
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

/** For documents that know one status, 400, for whatever is wrong with a request. */
export function callLargeBodiesInvalid(app: App): void {
  app.setErrorHandler((error) => {
    const isTooLarge =
      error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
    throw isTooLarge ? new DeskError('invalid', 'Request body is too large') : error;
  });
}
