import Fastify, { LogController, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { NodeConfig } from './config/config.ts';
import type { App, SurfaceContext } from './http/app.ts';
import { handleFailures } from './http/handle-failures.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { surfaces } from './surfaces/surfaces.ts';

const bodyLimitBytes = 1024 * 1024;
const requestTimeoutMs = 30_000;
/** Longer than the pauses of a busy client, shorter than anybody waits for the node to stop. */
const keepAliveMs = 10_000;

/**
 * Builds the node without listening: the HTTP application with every surface on it. The caller owns the services and
 * closes them after the application.
 */
export async function createNode(context: SurfaceContext): Promise<App> {
  const app: App = Fastify(optionsFor(context.config)).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handleFailures(app);
  addSecurityHeaders(app);
  for (const surface of surfaces) {
    await app.register(async (scope) => surface(scope.withTypeProvider<ZodTypeProvider>(), context));
  }
  await app.ready();
  return app;
}

function optionsFor({ logLevel }: NodeConfig): FastifyServerOptions {
  return {
    // The documented systems differ by the trailing slash alone (contract, B1): paths match exactly, nothing redirects.
    routerOptions: { ignoreTrailingSlash: false, ignoreDuplicateSlashes: false, caseSensitive: true },
    trustProxy: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveMs,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: logLevel,
      // Standard output is for the few lines that people and scripts wait for.
      stream: process.stderr,
      redact: {
        paths: ['authorization', 'cookie', 'password', 'token'].flatMap((name) => [
          name,
          `*.${name}`,
          `*.*.${name}`,
        ]),
        censor: '[redacted]',
      },
    },
  };
}
