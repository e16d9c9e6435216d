import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Surface } from '../../http/app.ts';

const notBuiltPage = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Waypost</title>
<body style="font: 16px/1.5 system-ui; max-width: 40em; margin: 4em auto; padding: 0 1em">
<h1>The console was not built</h1>
<p>The node is running and serves its API. To get the console, run <code>npm run build</code> and start the node again.
</body></html>
`;

/** Names of built assets change with their content; everything else keeps its name and must be asked for again. */
function cachingOf(path: string): string {
  return path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The browser's console: the built renderer at `/`. */
export const consoleFiles: Surface = async (app, { consoleDir }) => {
  if (!existsSync(join(consoleDir, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, (_request, reply) =>
      reply.code(503).type('text/html; charset=utf-8').serializer(String).send(notBuiltPage),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: consoleDir,
    cacheControl: false,
    preCompressed: true,
    dotfiles: 'ignore',
    schemaHide: true,
    decorateReply: false,
    setHeaders: (reply, path) => {
      const name = relative(consoleDir, path).split(sep).join('/');
      reply.header('cache-control', cachingOf(name));
      if (name === 'service-worker.js') reply.header('service-worker-allowed', '/');
    },
  });
};
