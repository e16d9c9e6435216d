import { conversationsPath, snapshotNextHeader, snapshotPath } from '#shared/protocol/console-session.ts';
import { conversationsQuerySchema, snapshotQuerySchema } from '#shared/protocol/sync.ts';
import { accessOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { Surface } from '../../http/app.ts';
import { readConversations } from '../../sync/conversations.service.ts';
import { createGate } from '../../sync/gate.ts';
import { readSnapshotPage } from '../../sync/snapshot.service.ts';

/** An office that comes in at nine must not keep those who work from being answered. */
const snapshotsAtOnce = 4;
const conversationsAtOnce = 4;
const comeBackMs = 1_000;

/** The console's first sync: plain pages over HTTP, which a console asks for in its own pace and may go on with later. */
export const consoleSync: Surface = (app, { services }) => {
  const { signedIn } = createAccessHooks(app, services.auth, {
    signedOut: 'You are signed out',
    adminsOnly: 'Only admins may do this',
  });
  const gate = createGate(snapshotsAtOnce, comeBackMs);
  app.get(
    snapshotPath,
    { onRequest: signedIn, schema: { querystring: snapshotQuerySchema } },
    // @NOTE: no response schema. The rows are this node's own, and parsing thousands of them would cost more than reading.
    async (request, reply) => {
      const page = await gate(() => readSnapshotPage(services, accessOf(request).actor, request.query));
      if (page.next !== null) reply.header(snapshotNextHeader, page.next);
      return page;
    },
  );
  const conversationGate = createGate(conversationsAtOnce, comeBackMs);
  app.post(
    conversationsPath,
    { onRequest: signedIn, schema: { body: conversationsQuerySchema } },
    (request) => {
      const { ids } = request.body;
      const read = () => readConversations(services.database, accessOf(request).actor, ids);
      // Somebody has opened this one and waits for it.
      return ids.length === 1 ? read() : conversationGate(read);
    },
  );
};
