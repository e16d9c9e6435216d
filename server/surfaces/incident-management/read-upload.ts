import type { FastifyRequest } from 'fastify';
import { DeskError } from '#shared/protocol/errors.ts';
import { decodeFile, readUploadForm, type Upload } from '../../http/upload.ts';

const field = 'file_data';

/** `file_data` as base64 in JSON. @throws DeskError `invalid` */
export function readJson(body: { file_data: string } | null | undefined): Upload {
  return decode(body?.file_data);
}

/**
 * `file_data` in a form, as base64 in a field or as a file part (contract, B16).
 * @throws DeskError `invalid`
 */
export async function readForm(request: FastifyRequest): Promise<Upload> {
  const { file, textByField } = await readUploadForm(request, field);
  return file ?? decode(textByField.get(field));
}

function decode(text: string | undefined): Upload {
  if (text === undefined) throw new DeskError('invalid', `Field '${field}' is required`);
  return { bytes: decodeFile(text, field), name: null };
}
