import { maxDraftFiles, maxFileBytes, maxTicketBytes } from '#shared/model/attachment.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { byteSize } from '../ui/byte-size.ts';
import { words } from '../ui/i18n/i18n.ts';

/** Why a file was not kept, as the end of a sentence. */
export function fileProblem({ kind, data }: Pick<DeskErrorData, 'kind' | 'data'>): string {
  switch (kind) {
    case 'too_large':
      return limitText(data?.['limit']);
    case 'forbidden':
    case 'not_found':
      return words(`files:problem.${kind}`);
    case 'invalid':
      return words('files:problem.empty');
    default:
      return words('files:problem.not_stored');
  }
}

function limitText(limit: unknown): string {
  switch (limit) {
    case 'ticket':
      return words('files:limit.ticket', { size: byteSize(maxTicketBytes) });
    case 'console':
      return words('files:limit.console');
    case 'count':
      return words('files:limit.count', { count: maxDraftFiles });
    default:
      return words('files:limit.file', { size: byteSize(maxFileBytes) });
  }
}
