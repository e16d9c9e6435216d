import { z } from 'zod';
import manifest from '../../../package.json' with { type: 'json' };
import type { Surface } from '../../http/app.ts';

const healthSchema = z.strictObject({ status: z.enum(['ok', 'closing']), version: z.string() });

/** For whoever starts, watches or balances nodes: 200 while requests are served, 503 once the node is on its way out. */
export const health: Surface = (app) => {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.get(
    '/healthz',
    { schema: { response: { 200: healthSchema, 503: healthSchema } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      const { version } = manifest;
      return isClosing
        ? reply.code(503).send({ status: 'closing', version })
        : { status: 'ok' as const, version };
    },
  );
};
