import multipart from '@fastify/multipart';
import { accessOf } from '../../auth/access-hooks.ts';
import { sendFile } from '../../http/send-file.ts';
import { idOf, type IncidentRoutes } from './incident-routes.ts';
import { presentAttachment } from './present-ticket.ts';
import { fileTooLarge, uploadBodyBytes } from '../../http/upload.ts';
import { readForm, readJson } from './read-upload.ts';
import { attachmentRefused } from './refusals.ts';
import { attachmentNotFound, ticketNotFound } from './texts.ts';
import { contextOf } from './ticket-access.ts';
import { addAttachmentAnswer } from './ticket-answers.schemas.ts';
import { attachmentBody, fileParams, idParams } from './tickets.schemas.ts';

/** "Add Attachment to Ticket"; and the download, which is our own beside the document's base64 text. */
export const attachmentRoutes: IncidentRoutes = (app, context) => {
  void app.register(multipart);
  app.setErrorHandler((error) => {
    const isTooLarge =
      error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
    throw isTooLarge ? fileTooLarge() : error;
  });
  addUpload(app, context);
  addDownload(app, context);
};

const addUpload: IncidentRoutes = (app, { attachments, hooks: { approved: onRequest } }) => {
  app.post(
    '/:id/add_attachment/',
    {
      onRequest,
      bodyLimit: uploadBodyBytes,
      schema: {
        params: idParams,
        body: attachmentBody,
        consumes: ['multipart/form-data', 'application/json'],
        response: { 200: addAttachmentAnswer },
      },
    },
    async (request) => {
      const id = idOf(request.params.id, ticketNotFound);
      const { actor } = accessOf(request);
      const { bytes, name } = request.isMultipart() ? await readForm(request) : readJson(request.body);
      const file = { bytes, name, visibility: 'public' } as const;
      const outcome = await attachments.add(id, file, contextOf(actor));
      if (outcome.kind === 'refused') throw attachmentRefused(outcome.refusal, actor);
      return { message: 'Attachment added successfully', attachment: presentAttachment(outcome.value) };
    },
  );
};

const addDownload: IncidentRoutes = (app, { attachments, hooks: { approved: onRequest } }) => {
  app.get(
    '/:id/attachments/:attachment_id/',
    { onRequest, schema: { params: fileParams } },
    async (request, reply) => {
      const id = idOf(request.params.id, ticketNotFound);
      const fileId = idOf(request.params.attachment_id, attachmentNotFound);
      const { actor } = accessOf(request);
      const outcome = await attachments.read(id, fileId, contextOf(actor));
      if (outcome.kind === 'refused') throw attachmentRefused(outcome.refusal, actor);
      return sendFile(reply, outcome.value);
    },
  );
};
