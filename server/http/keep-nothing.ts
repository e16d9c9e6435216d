import type { App } from './app.ts';

/** Nobody on the way keeps what these routes answer. */
export function keepNothing(app: Pick<App, 'addHook'>): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
}
