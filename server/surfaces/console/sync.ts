import { snapshotPath } from '#shared/protocol/console-session.ts';
import { snapshotQuerySchema } from '#shared/protocol/sync.ts';
import { accessOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { Surface } from '../../http/app.ts';
import { readSnapshotPage } from '../../sync/snapshot.service.ts';

/** The console's first sync: plain pages over HTTP, which a console asks for in its own pace and may go on with later. */
export const consoleSync: Surface = (app, { services }) => {
  const { signedIn } = createAccessHooks(app, services.auth, {
    signedOut: 'You are signed out',
    adminsOnly: 'Only admins may do this',
  });
  app.get(
    snapshotPath,
    { onRequest: signedIn, schema: { querystring: snapshotQuerySchema } },
    // @NOTE: no response schema. The rows are this node's own, and parsing thousands of them would cost more than reading.
    (request) => readSnapshotPage(services, accessOf(request).actor, request.query),
  );
};
