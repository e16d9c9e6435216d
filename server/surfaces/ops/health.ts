import { z } from 'zod';
import { protocolVersion } from '#shared/protocol/sync.ts';
import manifest from '../../../package.json' with { type: 'json' };
import type { Surface } from '../../http/app.ts';

const healthSchema = z.strictObject({
  status: z.enum(['ok', 'closing']),
  version: z.string(),
  /** Of the consoles' wire: those of another one cannot work with this node. */
  protocol: z.int(),
});

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
        ? reply.code(503).send({ status: 'closing', version, protocol: protocolVersion })
        : { status: 'ok' as const, version, protocol: protocolVersion };
    },
  );
};
