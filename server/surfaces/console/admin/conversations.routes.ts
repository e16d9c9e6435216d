import { conversationCalls } from '#shared/protocol/admin/conversations.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { ConversationPlace } from '../../../bot/conversation-page.repo.ts';
import { addCall, type AdminRoutes } from './admin-routes.ts';

function readPlace(text: string | undefined): ConversationPlace | null {
  if (text === undefined) return null;
  const at = text.indexOf('_');
  return { updatedAt: Number(text.slice(0, at)), id: text.slice(at + 1) };
}

/** What customers talked about with the bot. */
export const conversationRoutes: AdminRoutes = (app, context) => {
  const { conversations } = context.services;

  addCall(app, context, conversationCalls.list, async ({ query: { after, limit, ...filter } }) => {
    const page = await conversations.page(filter, { after: readPlace(after), limit });
    return {
      items: page.conversations.map(
        ({ session_id: _, created_at, escalated, first_query, ...conversation }) => ({
          ...conversation,
          first_query: first_query ?? '',
          is_escalated: escalated === 1,
          started_at: created_at,
        }),
      ),
      next: page.next === null ? null : `${page.next.updatedAt}_${page.next.id}`,
    };
  });

  addCall(app, context, conversationCalls.read, async ({ params: { id } }) => {
    const turns = await conversations.turns(id);
    if (turns === null) throw new DeskError('not_found', 'There is no such conversation');
    return {
      turns: turns.map(({ created_at, escalated, ...turn }) => ({
        ...turn,
        at: created_at,
        is_escalated: escalated === 1,
      })),
    };
  });
};
