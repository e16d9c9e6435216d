import { z } from 'zod';
import { withExample } from '../../http/example.ts';
import { idField, optional, textField } from '../../http/fields.ts';
import { answer } from './answer.ts';
import { ticketRefField } from './fields.ts';

export const attachmentParams = z.object({
  ticket_id: ticketRefField,
  attachment_id: idField('Invalid attachment ID'),
});

/** Null where a form comes instead, which is read in the handler. */
export const attachmentBody = withExample(
  z
    .object({
      /** Base64. */
      file: z.string(),
      file_name: optional(textField(300)),
      is_note: optional(z.boolean()),
    })
    .nullish(),
  { file: 'aGVsbG8=', file_name: 'hello.txt', is_note: false },
);

const attachment = z.object({
  id: z.int(),
  file_name: z.string(),
  content_type: z.string(),
  size_bytes: z.int(),
  is_note: z.boolean(),
  uploaded_by: z.int().nullable(),
  uploaded_by_name: z.string().nullable(),
  created_at: z.string(),
});

export const attachmentsAnswer = answer({
  ticket_id: z.string(),
  attachments: z.array(attachment),
  total: z.int(),
});
export const addAttachmentAnswer = answer({ message: z.string(), attachment });
