import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { Change, ChangeCursor } from '../../sync/changes.service.ts';
import { success } from './answer.ts';
import { changesAnswer, changesQuery } from './changes.schemas.ts';
import { presentLoggedActivity } from './present-activity.ts';
import { presentCreatedTicket, presentSaid } from './present-ticket.ts';
import { forbiddenTexts } from './texts.ts';
import { contextOf } from './ticket-access.ts';
import type { V1Routes } from './v1-routes.ts';

/**
 * Everything that changes, to be read again and again: our own. Each thing comes once per page and as it is now; what
 * was read may come again, never less than what happened.
 */
export const changeRoutes: V1Routes = (app, { services: { changes }, hooks: { signedIn: onRequest } }) => {
  app.get(
    '',
    { onRequest, schema: { querystring: changesQuery, response: { 200: changesAnswer } } },
    async (request) => {
      const { cursor, limit } = request.query;
      const reader = contextOf(accessOf(request).actor);
      const outcome = await changes.read(
        reader,
        cursor === undefined ? undefined : readCursor(cursor),
        limit,
      );
      switch (outcome.kind) {
        case 'page': {
          const { page } = outcome;
          return success({
            changes: page.changes.map(presentChange),
            cursor: writeCursor(page.cursor),
            has_more: page.hasMore,
          });
        }
        case 'forbidden':
          throw new DeskError('forbidden', forbiddenTexts.changes);
        case 'cursor_lost':
          throw new DeskError(
            'conflict',
            'The cursor is lost. Read everything again, beginning without one.',
          );
      }
    },
  );
};

const writeCursor = ({ epoch, seq }: ChangeCursor): string => `${epoch}.${seq}`;

/** @throws DeskError `invalid` */
function readCursor(text: string): ChangeCursor {
  const [, epoch, seq] = /^([\da-f-]{8,40})\.(\d{1,15})$/.exec(text) ?? [];
  if (epoch === undefined || seq === undefined) throw new DeskError('invalid', 'Invalid cursor');
  return { epoch, seq: Number(seq) };
}

function presentChange(change: Change) {
  switch (change.kind) {
    case 'ticket': {
      const { ticket, listed, messages, history } = change;
      return {
        type: 'ticket' as const,
        id: ticket.id,
        ticket_id: ticket.code,
        ticket: presentCreatedTicket(listed),
        messages: messages.map(presentSaid),
        activities: history.flatMap((entry) => presentLoggedActivity(entry) ?? []),
      };
    }
    case 'ticket_gone':
      return { type: 'ticket_gone' as const, id: change.id, ticket_id: change.code };
    case 'profile': {
      const { id, username, full_name, role, department, is_active, is_available } = change.profile;
      const agent = { id, username, full_name, role, department };
      return {
        type: 'agent' as const,
        id,
        agent: { ...agent, is_active: is_active === 1, is_available: is_available === 1 },
      };
    }
    case 'profile_gone':
      return { type: 'agent_gone' as const, id: change.id };
  }
}
