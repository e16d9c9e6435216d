import fastifySwagger, { type SwaggerTransform } from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import manifest from '../../package.json' with { type: 'json' };
import type { App } from './app.ts';
import { describeRoute, type RouteSchema } from './describe-route.ts';

/** Which document a path belongs to; the first that fits wins. */
const documents: readonly { name: string; description: string; paths: RegExp }[] = [
  { name: 'v1', description: 'Admin dashboard, and the public API of Waypost', paths: /^\/api\/v1\// },
  {
    name: 'customer-support',
    description: 'Customers, their agents, feedback and FAQ',
    paths: /^\/api\/(support|agent|admin\/approve-agent|admin\/support)\//,
  },
  { name: 'admin-tickets', description: 'Tickets for operators', paths: /^\/api\/admin\/tickets/ },
  {
    name: 'channels',
    description: 'Where messengers bring what customers say; they prove themselves by signature or secret',
    paths: /^\/api\/inbound\//,
  },
  {
    name: 'incident-management',
    description: 'Incidents of clients and developers; every path ends with a slash',
    paths: /^\/api\/.*\/$/,
  },
  {
    name: 'it-support',
    description: 'Tickets, chatbot and dashboards; no path ends with a slash',
    paths: /^\/(api\/|(ws|docs|redoc)$)/,
  },
  { name: 'node', description: 'The node itself', paths: /^\// },
];

/** What anybody may call. */
const isPublic = (url: string): boolean =>
  /\/(login|register|refresh|healthz|register-agent|support\/faq)\/?$/.test(url) ||
  url.startsWith('/api/inbound/') ||
  !url.startsWith('/api/');

const transform: SwaggerTransform = (route) => {
  const { url } = route;
  // The console's own calls belong to the console, which is always of the node's version.
  const isHidden = url.startsWith('/api/console/');
  const schema = isHidden ? { hide: true } : (route.schema ?? {});
  const { schema: described } = jsonSchemaTransform({ ...route, schema });
  if (described['hide'] === true) return { url, schema: described };
  const tag = documents.find(({ paths }) => paths.test(url))?.name ?? 'node';
  const security = isPublic(url) ? [] : [{ bearer: [] }];
  const [method = ''] = [route.route.method].flat();
  const shown = describeRoute({ method, url, isPublic: isPublic(url), schema: described as RouteSchema });
  return { url, schema: { ...shown, tags: [tag], security } };
};

/** Collects the schemas of every route as OpenAPI. Must be called before any route is added. */
export async function describeApi(app: App): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Waypost',
        version: manifest.version,
        description: 'One desk under five documented APIs. A ticket made through one is found through all.',
      },
      tags: documents.map(({ name, description }) => ({ name, description })),
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
    transform,
  });
}
