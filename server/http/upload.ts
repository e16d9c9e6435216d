import type { FastifyRequest } from 'fastify';
import { DeskError } from '#shared/protocol/errors.ts';
import { maxFileBytes, maxTicketBytes } from '#shared/model/attachment.ts';
import { decodeBase64 } from '../attachments/base64.ts';

const mebibyte = 1024 * 1024;

/** The longest base64 text of a file that is small enough, with line breaks. */
const maxEncodedBytes = Math.ceil(maxFileBytes / 3) * 4 + 512 * 1024;

/** Room for the names and the wrapping around it. */
export const uploadBodyBytes = maxEncodedBytes + 64 * 1024;

/** A file as it was sent; without a name when it came as text. */
export interface Upload {
  bytes: Buffer;
  name: string | null;
}

export interface UploadForm {
  /** The part of the form that was asked for, when it came as a file. */
  file: Upload | null;
  /** Everything that came as text, by its name. */
  textByField: Map<string, string>;
}

export function fileTooLarge(): DeskError {
  return new DeskError('invalid', `File is too large: at most ${maxFileBytes / mebibyte} MB`);
}

export function ticketFull(): DeskError {
  return new DeskError(
    'invalid',
    `Attachments of one ticket may have ${maxTicketBytes / mebibyte} MB together`,
  );
}

/** A file in base64. @throws DeskError `invalid`, naming the field */
export function decodeFile(text: string, field: string): Buffer {
  if (text.trim() === '') throw new DeskError('invalid', `Field '${field}' cannot be empty`);
  const bytes = decodeBase64(text);
  if (bytes === null) throw new DeskError('invalid', `Field '${field}' must be base64`);
  return bytes;
}

/**
 * Reads a form with at most one file, which is the part called `fileField`.
 * @throws DeskError `invalid`: whatever is wrong with a form is its sender's doing
 */
export async function readUploadForm(request: FastifyRequest, fileField: string): Promise<UploadForm> {
  const limits = { fileSize: maxFileBytes, fieldSize: maxEncodedBytes, files: 1, fields: 20, parts: 21 };
  const form: UploadForm = { file: null, textByField: new Map() };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        if (part.fieldname === fileField) form.file = { bytes, name: part.filename };
      } else {
        if (part.fieldname === fileField && part.valueTruncated) throw fileTooLarge();
        form.textByField.set(part.fieldname, String(part.value));
      }
    }
  } catch (error) {
    throw toFormFailure(error);
  }
  return form;
}

function toFormFailure(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return fileTooLarge();
  return new DeskError('invalid', 'The form cannot be read', { cause: error });
}
