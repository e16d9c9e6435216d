import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { App } from '../http/app.ts';

const channel = 'fastify.initialization';

/**
 * What `start` made, and the routes of the application in it, as "GET /path". They are heard of while they are added,
 * so that none can be left out of a list that somebody keeps by hand.
 */
export async function withServedRoutes<Started>(
  start: () => Promise<Started>,
): Promise<{ started: Started; routes: string[] }> {
  const routes: string[] = [];
  const listen = (message: unknown): void => {
    (message as { fastify: App }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) if (each !== 'HEAD') routes.push(`${each} ${url}`);
    });
  };
  subscribe(channel, listen);
  try {
    return { started: await start(), routes };
  } finally {
    unsubscribe(channel, listen);
  }
}
