import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { SearchHit } from '../../search/search.service.ts';
import { success } from './answer.ts';
import { presentCreatedTicket } from './present-ticket.ts';
import { searchAnswer, searchQuery } from './search.schemas.ts';
import { forbiddenTexts } from './texts.ts';
import { contextOf } from './ticket-access.ts';
import type { V1Routes } from './v1-routes.ts';

/** Full-text search: our own. The query's words are those of the console. */
export const searchRoutes: V1Routes = (app, { services: { search }, hooks: { signedIn: onRequest } }) => {
  app.get(
    '',
    { onRequest, schema: { querystring: searchQuery, response: { 200: searchAnswer } } },
    async (request) => {
      const { q, limit, offset } = request.query;
      const found = await search.search(q, contextOf(accessOf(request).actor), { limit, offset });
      if (found === null) throw new DeskError('forbidden', forbiddenTexts.search);
      return success({
        hits: found.hits.map(presentHit),
        limit,
        offset,
        has_more: found.hasMore,
        is_complete: found.isComplete,
        problems: found.problems.map(({ allowed, ...problem }) => ({ ...problem, allowed: [...allowed] })),
      });
    },
  );
};

function presentHit({ ticket, listed, subject, requester, excerpt }: SearchHit) {
  return { uid: ticket.uid, ticket: presentCreatedTicket(listed), subject, requester, excerpt };
}
