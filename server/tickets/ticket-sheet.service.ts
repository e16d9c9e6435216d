import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import { isAdmin, isStaff } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import { listAttachments, type AttachmentRow } from '../attachments/attachment.repo.ts';
import { listHistory, type HistoryEntry } from './ticket-history.repo.ts';
import type { Read, Reader, StoredMessage } from './ticket-read.service.ts';
import {
  findSheet,
  listSheets,
  type SheetPage,
  type SheetScope,
  type TicketSheet,
} from './ticket-sheet.repo.ts';
import { listMessages } from './ticket.repo.ts';

export interface FullSheet {
  sheet: TicketSheet;
  /** Oldest first; those that the reader may see. */
  messages: StoredMessage[];
  /** Newest first. */
  history: HistoryEntry[];
  /** Oldest first; those that the reader may see. */
  attachments: AttachmentRow[];
}

/** Reads tickets with everything on them, and lists those that somebody may see. */
export class TicketSheetService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One ticket, its conversation, its history and its files, all of one moment. */
  read(id: number, { actor, rules }: Reader): Promise<Read<FullSheet>> {
    return this.#database.readAtOnce(async (db) => {
      const sheet = await findSheet(db, id);
      if (sheet === null) return { kind: 'not_found' };
      if (!isPermitted(actor, 'view', scopeOf(sheet), rules)) return { kind: 'forbidden' };
      const visibilities = isStaff(actor) ? (['public', 'staff'] as const) : (['public'] as const);
      const messages = await listMessages(db, [id]);
      return {
        kind: 'found',
        value: {
          sheet,
          messages: messages.filter(({ visibility }) => isStaff(actor) || visibility === 'public'),
          history: await listHistory(db, id),
          attachments: await listAttachments(db, id, visibilities),
        },
      };
    });
  }

  /**
   * Newest first: all for admins, assigned ones for agents, their own for customers whom the rules let in.
   * `withUnassigned` shows agents what they may take as well.
   */
  async list(
    { actor, rules }: Reader,
    { withUnassigned, ...page }: SheetPage & { withUnassigned?: boolean | undefined },
  ): Promise<Read<TicketSheet[]>> {
    const own = { category: 'general', assignee_ids: [actor.id], requester_id: actor.id } as const;
    if (!isPermitted(actor, 'view', own, rules)) return { kind: 'forbidden' };
    const scope: SheetScope = isAdmin(actor)
      ? { kind: 'all' }
      : isStaff(actor)
        ? { kind: 'assignee', userId: actor.id, withUnassigned }
        : { kind: 'requester', userId: actor.id };
    return { kind: 'found', value: await listSheets(this.#database.db, scope, page) };
  }
}
