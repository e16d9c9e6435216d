import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { FastifyReply } from 'fastify';
import type { App, Surface } from '../../http/app.ts';

const isBundled = !import.meta.url.endsWith('.ts');

/** A file of the packages: in their folders when run from the source, beside the bundle once it is built. */
function pathOf(packageFile: string, name: string): string {
  return isBundled
    ? fileURLToPath(new URL(`./api-docs/${name}`, import.meta.url))
    : createRequire(import.meta.url).resolve(packageFile);
}

const scripts = 'text/javascript; charset=utf-8';

const files: Readonly<Record<string, { path: string; type: string }>> = {
  '/docs/swagger-ui.css': {
    path: pathOf('@fastify/swagger-ui/static/swagger-ui.css', 'swagger-ui.css'),
    type: 'text/css; charset=utf-8',
  },
  '/docs/swagger-ui-bundle.js': {
    path: pathOf('@fastify/swagger-ui/static/swagger-ui-bundle.js', 'swagger-ui-bundle.js'),
    type: scripts,
  },
  '/redoc/redoc.standalone.js': {
    path: pathOf('redoc/bundles/redoc.standalone.js', 'redoc.standalone.js'),
    type: scripts,
  },
};

const swaggerStart = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });\n`;

const page = (head: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Waypost API</title>
<link rel="icon" href="data:,">
${head}</head>
<body>
${body}</body>
</html>
`;

const pages: Readonly<Record<string, string>> = {
  '/docs': page(
    '<link rel="stylesheet" href="/docs/swagger-ui.css">\n',
    `<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
`,
  ),
  '/redoc': page(
    '',
    `<redoc spec-url="/openapi.json"></redoc>
<script src="/redoc/redoc.standalone.js"></script>
`,
  ),
};

/**
 * Both pages style themselves while they run and draw their icons from data; ReDoc searches in a worker that it makes.
 * Scripts come from here alone, none stands in the page, and nothing is fetched from elsewhere.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** "API Documentation": `/docs` and `/redoc`, both of the one description of every surface (contract, B18). */
export const apiDocs: Surface = (app) => {
  const hidden = { schema: { hide: true } };
  const send = (reply: FastifyReply, type: string, caching: string): FastifyReply =>
    reply.type(type).header('cache-control', caching).serializer(String);

  app.get('/openapi.json', hidden, (_request, reply) =>
    send(reply, 'application/json; charset=utf-8', 'no-cache').send(describe(app)),
  );
  for (const [path, html] of Object.entries(pages)) {
    app.get(path, (_request, reply) =>
      send(reply, 'text/html; charset=utf-8', 'no-cache')
        .header('content-security-policy', policy)
        .send(html),
    );
  }
  app.get('/docs/start.js', hidden, (_request, reply) => send(reply, scripts, 'no-cache').send(swaggerStart));
  for (const [url, { path, type }] of Object.entries(files)) {
    app.get(url, hidden, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=86400').send(createReadStream(path)),
    );
  }
};

const descriptions = new WeakMap<App, string>();

/** Written once: routes do not change while the node runs. */
function describe(app: App): string {
  const known = descriptions.get(app) ?? JSON.stringify(app.swagger());
  descriptions.set(app, known);
  return known;
}
