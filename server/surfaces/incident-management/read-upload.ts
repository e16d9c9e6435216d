import type { FastifyRequest } from 'fastify';
import { DeskError } from '#shared/protocol/errors.ts';
import { maxFileBytes } from '../../attachments/attachment.service.ts';
import { decodeBase64 } from '../../attachments/base64.ts';
import { fileTooLarge } from './refusals.ts';

/** The longest base64 text of a file that is small enough, with line breaks. */
export const maxEncodedBytes = Math.ceil(maxFileBytes / 3) * 4 + 512 * 1024;

/** Room for the names and the wrapping around it. */
export const uploadBodyBytes = maxEncodedBytes + 64 * 1024;

export interface Upload {
  bytes: Buffer;
  name: string | null;
}

const missing = "Field 'file_data' is required";

/** `file_data` as base64 in JSON. @throws DeskError `invalid` */
export function readJson(body: { file_data: string } | null | undefined): Upload {
  if (body === null || body === undefined) throw new DeskError('invalid', missing);
  return decode(body.file_data);
}

function decode(text: string): Upload {
  if (text.trim() === '') throw new DeskError('invalid', "Field 'file_data' cannot be empty");
  const bytes = decodeBase64(text);
  if (bytes === null) throw new DeskError('invalid', "Field 'file_data' must be base64");
  return { bytes, name: null };
}

/**
 * `file_data` in a form, as base64 in a field or as a file part (contract, B16).
 * @throws DeskError `invalid`
 */
export async function readForm(request: FastifyRequest): Promise<Upload> {
  const limits = { fileSize: maxFileBytes, fieldSize: maxEncodedBytes, files: 1, fields: 20, parts: 21 };
  let upload: Upload | null = null;
  let text: string | null = null;
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        if (part.fieldname === 'file_data') upload = { bytes, name: part.filename };
      } else if (part.fieldname === 'file_data') {
        if (part.valueTruncated) throw fileTooLarge();
        text = String(part.value);
      }
    }
  } catch (error) {
    throw toFormFailure(error);
  }
  if (upload !== null) return upload;
  if (text === null) throw new DeskError('invalid', missing);
  return decode(text);
}

/** Whatever is wrong with a form is its sender's doing. */
function toFormFailure(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return fileTooLarge();
  return new DeskError('invalid', 'The form cannot be read', { cause: error });
}
