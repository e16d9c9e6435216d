import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { AttachmentRow } from '../../attachments/attachment.repo.ts';
import type { NewFile } from '../../attachments/attachment.service.ts';
import { sendFile } from '../../http/send-file.ts';
import { decodeFile, fileTooLarge, readUploadForm, uploadBodyBytes } from '../../http/upload.ts';
import { success } from './answer.ts';
import {
  addAttachmentAnswer,
  attachmentBody,
  attachmentParams,
  attachmentsAnswer,
} from './attachments.schemas.ts';
import { toV1Date } from './dates.ts';
import { attachmentRefused } from './refusals.ts';
import { forbiddenTexts } from './texts.ts';
import { contextOf, findOrThrow } from './ticket-access.ts';
import { ticketParams } from './tickets.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

/** Files on a ticket: our own. */
export const attachmentRoutes: V1Routes = (app, context) => {
  void app.register(multipart);
  app.setErrorHandler((error) => {
    const isTooLarge =
      error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
    throw isTooLarge ? fileTooLarge() : error;
  });
  addList(app, context);
  addUpload(app, context);
  addDownload(app, context);
};

const addList: V1Routes = (
  app,
  { services: { ticketReads }, attachments, hooks: { signedIn: onRequest } },
) => {
  app.get(
    '/:ticket_id/attachments',
    { onRequest, schema: { params: ticketParams, response: { 200: attachmentsAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const { id, code } = await findOrThrow(ticketReads, ref);
      const outcome = await attachments.list(id, contextOf(accessOf(request).actor));
      if (outcome.kind === 'refused') {
        throw attachmentRefused(outcome.refusal, ref, { forbidden: forbiddenTexts.view });
      }
      const found = outcome.value.map(presentAttachment);
      return success({ ticket_id: code, attachments: found, total: found.length });
    },
  );
};

const addUpload: V1Routes = (
  app,
  { services: { ticketReads }, attachments, hooks: { signedIn: onRequest } },
) => {
  app.post(
    '/:ticket_id/attachments',
    {
      onRequest,
      bodyLimit: uploadBodyBytes,
      schema: {
        params: ticketParams,
        body: attachmentBody,
        consumes: ['multipart/form-data', 'application/json'],
        response: { 201: addAttachmentAnswer },
      },
    },
    async (request, reply) => {
      const ref = request.params.ticket_id;
      const { id } = await findOrThrow(ticketReads, ref);
      const file = request.isMultipart() ? await readForm(request) : readJson(request.body);
      const outcome = await attachments.add(id, file, contextOf(accessOf(request).actor));
      if (outcome.kind === 'refused') {
        throw attachmentRefused(outcome.refusal, ref, { forbidden: forbiddenTexts.attach });
      }
      const attachment = presentAttachment(outcome.value);
      return reply.code(201).send(success({ message: 'Attachment added successfully', attachment }));
    },
  );
};

const addDownload: V1Routes = (
  app,
  { services: { ticketReads }, attachments, hooks: { signedIn: onRequest } },
) => {
  app.get(
    '/:ticket_id/attachments/:attachment_id',
    { onRequest, schema: { params: attachmentParams } },
    async (request, reply) => {
      const { ticket_id: ref, attachment_id: attachmentId } = request.params;
      const { id } = await findOrThrow(ticketReads, ref);
      const outcome = await attachments.read(id, attachmentId, contextOf(accessOf(request).actor));
      if (outcome.kind === 'refused') {
        throw attachmentRefused(outcome.refusal, ref, { attachmentId, forbidden: forbiddenTexts.view });
      }
      return sendFile(reply, outcome.value);
    },
  );
};

const missing = "Field 'file' is required";

/** @throws DeskError `invalid` */
function readJson(body: z.infer<typeof attachmentBody>): NewFile {
  if (body === null || body === undefined) throw new DeskError('invalid', missing);
  const { file, file_name = null, is_note = false } = body;
  return { bytes: decodeFile(file, 'file'), name: file_name, visibility: is_note ? 'staff' : 'public' };
}

/** @throws DeskError `invalid` */
async function readForm(request: FastifyRequest): Promise<NewFile> {
  const { file, textByField } = await readUploadForm(request, 'file');
  if (file === null) throw new DeskError('invalid', missing);
  const isNote = textByField.get('is_note') ?? 'false';
  if (isNote !== 'true' && isNote !== 'false') {
    throw new DeskError('invalid', "Field 'is_note' must be true or false");
  }
  return { ...file, visibility: isNote === 'true' ? 'staff' : 'public' };
}

function presentAttachment(attachment: AttachmentRow) {
  const { id, file_name, content_type, size_bytes, visibility, uploaded_by, uploaded_by_name } = attachment;
  return {
    id,
    file_name,
    content_type,
    size_bytes,
    is_note: visibility === 'staff',
    uploaded_by,
    uploaded_by_name,
    created_at: toV1Date(attachment.created_at),
  };
}
