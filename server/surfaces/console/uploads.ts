import { z } from 'zod';
import { maxFileBytes } from '#shared/model/attachment.ts';
import { uidSchema } from '#shared/model/uid.ts';
import { filesPath } from '#shared/protocol/console-session.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { UploadRefusal } from '../../attachments/upload.service.ts';
import { accessOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { Surface } from '../../http/app.ts';
import { sendFile } from '../../http/send-file.ts';

const params = z.strictObject({ uid: uidSchema });
const uploaded = z.strictObject({ uid: uidSchema, content_type: z.string(), size_bytes: z.int() });

function refusedAs(refusal: UploadRefusal): DeskError {
  switch (refusal) {
    case 'forbidden':
      return new DeskError('forbidden', 'Files are for staff to send here');
    case 'empty':
      return new DeskError('invalid', 'The body must be the bytes of a file');
    case 'too_large':
      return new DeskError('too_large', 'The file is too large');
    case 'too_many':
      return new DeskError('too_large', 'Too much was sent and put on no ticket');
    case 'taken':
      return new DeskError('conflict', 'Another file has this name');
  }
}

/**
 * The bytes of files, apart from the sync: a console sends a file's before the change that puts it on a ticket, and
 * fetches what somebody wants to look at.
 */
export const consoleUploads: Surface = (app, { services, uploads }) => {
  const { signedIn } = createAccessHooks(app, services.auth, {
    signedOut: 'You are signed out',
    adminsOnly: 'Only admins may do this',
  });
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: maxFileBytes },
    (_request, body, done) => done(null, body),
  );

  app.put(
    `${filesPath}/:uid`,
    {
      onRequest: signedIn,
      bodyLimit: maxFileBytes,
      schema: { params, consumes: ['application/octet-stream'], response: { 200: uploaded } },
    },
    async (request) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const outcome = await uploads.put(accessOf(request).actor, request.params.uid, bytes);
      if (outcome.kind === 'refused') throw refusedAs(outcome.refusal);
      return outcome.upload;
    },
  );

  app.get(`${filesPath}/:uid`, { onRequest: signedIn, schema: { params } }, async (request, reply) => {
    const content = await uploads.read(accessOf(request).actor, request.params.uid);
    if (content === null) throw new DeskError('not_found', 'There is no such file');
    return sendFile(reply, content);
  });
};
