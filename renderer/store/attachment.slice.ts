import { maxFileBytes } from '#shared/model/attachment.ts';
import { fromBase64, toBase64 } from '#shared/protocol/base64.ts';
import { failureHere } from '../ui/failure-here.ts';
import { words } from '../ui/i18n/i18n.ts';
import type { AttachmentState, ChosenFile } from './attachment-state.ts';
import { fileProblem } from './file-problem.ts';
import type { Slice, SliceContext } from './slice.ts';

/** What a ticket can hold under: longer names lose their middle, never their ending. */
const maxNameLength = 150;

function shortName(name: string): string {
  const trimmed = name.trim() === '' ? words('files:file') : name.trim();
  if (trimmed.length <= maxNameLength) return trimmed;
  const end = trimmed.slice(-20);
  return `${trimmed.slice(0, maxNameLength - end.length - 1)}…${end}`;
}

/** Reads one chosen file and hands it to the console. @returns why it was not kept, null when it was. */
async function keep({ bridge }: SliceContext, ticketUid: string, file: ChosenFile): Promise<string | null> {
  if (file.size > maxFileBytes) return fileProblem({ kind: 'too_large', data: { limit: 'file' } });
  if (file.size === 0) return words('files:problem.empty');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return words('files:problem.unreadable');
  }
  const result = await bridge.call('attachments.add', {
    ticket_uid: ticketUid,
    file_name: shortName(file.name),
    content_type: file.type.slice(0, 100),
    bytes: toBase64(bytes),
  });
  return result.ok ? null : fileProblem(result.error);
}

export const createAttachmentSlice: Slice<AttachmentState> = (context) => {
  const { bridge, get, set, newUid } = context;

  async function attach(ticketUid: string, file: ChosenFile): Promise<void> {
    const coming = { id: newUid(), ticketUid, name: shortName(file.name), problem: null };
    set({ comingFiles: [...get().comingFiles, coming] });
    const problem = await keep(context, ticketUid, file);
    // Before it leaves this list, it is in the other: nothing flickers, and it cannot be sent without.
    if (problem === null && get().openUid === ticketUid) await get().refreshTicket();
    const rest = get().comingFiles.filter(({ id }) => id !== coming.id);
    set({ comingFiles: problem === null ? rest : [...rest, { ...coming, problem }] });
  }

  return {
    comingFiles: [],
    attachFiles: async (files) => {
      const { composer } = get();
      if (composer === null) return;
      get().startWriting(composer.mode);
      // One after the other: a dozen photographs at once would all be in memory.
      for (const file of files) await attach(composer.ticketUid, file);
    },
    forgetFileProblem: (id) => set({ comingFiles: get().comingFiles.filter((file) => file.id !== id) }),
    dropFile: async (uid) => {
      const result = await bridge.call('attachments.cancel', { uid });
      if (!result.ok || !result.value) {
        get().notify(result.ok ? words('desk:too_late') : failureHere(result.error), 'problem');
      }
    },
    retryFile: async (uid) => {
      await bridge.call('attachments.retry', { uid });
    },
    readFile: async (uid) => {
      const result = await bridge.call('attachments.read', { uid });
      if (!result.ok) return { problem: result.error.kind === 'not_found' ? 'gone' : 'not_here' };
      const bytes = fromBase64(result.value.bytes);
      return bytes === null ? { problem: 'gone' } : { bytes };
    },
  };
};
