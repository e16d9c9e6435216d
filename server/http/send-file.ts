import type { FastifyReply } from 'fastify';
import { contentDisposition } from '../attachments/file-name.ts';

/** Always saved, never shown in place: whatever it holds, it does not run on this node's pages. */
export function sendFile(
  reply: FastifyReply,
  { attachment, bytes }: { attachment: { file_name: string; content_type: string }; bytes: Buffer },
): FastifyReply {
  return reply
    .header('content-disposition', contentDisposition(attachment.file_name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .type(attachment.content_type)
    .send(bytes);
}
