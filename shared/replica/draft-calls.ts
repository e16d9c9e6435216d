import type { Outbox } from './outbox.ts';
import type { Handlers } from './read-calls.ts';

type DraftCall = 'drafts.save' | 'drafts.find' | 'drafts.keep' | 'drafts.earlier';

/** The calls about what is being written, and what was. They ask the outbox alone: nothing here waits for a node. */
export function createDraftCalls(outbox: Outbox): Pick<Handlers, DraftCall> {
  return {
    'drafts.save': async (draft) => {
      await outbox.saveDraft(draft);
      return null;
    },
    'drafts.find': ({ ticket_uid }) => outbox.findDraft(ticket_uid),
    'drafts.keep': async (written) => {
      await outbox.keepEarlierDraft(written);
      return null;
    },
    'drafts.earlier': ({ ticket_uid }) => outbox.listEarlierDrafts(ticket_uid),
  };
}
