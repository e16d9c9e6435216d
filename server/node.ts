import { join } from 'node:path';
import Fastify, { LogController, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { AttachmentService } from './attachments/attachment.service.ts';
import { clearOrphans } from './attachments/clear-orphans.ts';
import { UploadService } from './attachments/upload.service.ts';
import { FileStore } from './attachments/file-store.ts';
import { createLoginThrottle } from './auth/login-throttle.ts';
import type { App, NodeParts } from './http/app.ts';
import { answerUnrouted, handleFailures } from './http/handle-failures.ts';
import { describeApi } from './http/openapi.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { attachRealtime } from './realtime/realtime.ts';
import type { Services } from './services.ts';
import { surfaces } from './surfaces/surfaces.ts';
import { createLogStream, levelForBoth } from './system-log/log-stream.ts';

const bodyLimitBytes = 1024 * 1024;
const requestTimeoutMs = 30_000;
/** Longer than the pauses of a busy client, shorter than anybody waits for the node to stop. */
const keepAliveMs = 10_000;

/**
 * Builds the node without listening: the HTTP application with every surface on it. The caller owns the services and
 * closes them after the application.
 */
export async function createNode(parts: NodeParts): Promise<App> {
  const app: App = Fastify(optionsFor(parts)).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handleFailures(app);
  addSecurityHeaders(app);
  await describeApi(app);
  const loginThrottle = await createLoginThrottle(app, parts.config.rateLimits);
  const context = { ...parts, loginThrottle, ...(await openFiles(parts)) };
  for (const surface of surfaces) {
    await app.register(async (scope) => surface(scope.withTypeProvider<ZodTypeProvider>(), context));
  }
  attachConsoles(app, parts.services);
  await app.ready();
  return app;
}

/** Files lie beside the database; what a crash left of others is cleared away before anybody can send more. */
async function openFiles({
  config,
  services,
}: NodeParts): Promise<{ attachments: AttachmentService; uploads: UploadService }> {
  const { database, ticketWriter: writer, clock, mintUid } = services;
  const store = new FileStore(join(config.dataDir, 'attachments'));
  const attachments = new AttachmentService({ database, store, writer, clock, mintUid });
  const uploads = new UploadService({ database, store, clock });
  await uploads.forgetUnused();
  await clearOrphans(attachments, config.dataDir);
  services.mediaFetcher.storeIn(attachments);
  return { attachments, uploads };
}

/** Puts the consoles' sockets on the node's server; they are told when it stops. */
function attachConsoles(app: App, { database, tickets, clock, feed, auth }: Services): void {
  const realtime = attachRealtime(app.server, {
    database,
    tickets,
    clock,
    feed,
    verifyAccess: (token) => auth.verifyAccess(token),
    onFault: (error, { name, key }) => app.log.error({ err: error, key }, `The change ${name} failed`),
  });
  app.addHook('preClose', () => realtime.close());
}

function optionsFor({
  config: { logLevel, trustedProxies },
  services,
  certificate,
}: NodeParts): FastifyServerOptions {
  return {
    // The documented systems differ by the trailing slash alone (contract, B1): paths match exactly, nothing redirects.
    routerOptions: { ignoreTrailingSlash: false, ignoreDuplicateSlashes: false, caseSensitive: true },
    frameworkErrors: answerUnrouted,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveMs,
    forceCloseConnections: 'idle',
    ...(certificate === undefined ? {} : { https: { ...certificate } }),
    return503OnClosing: false,
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: levelForBoth(logLevel),
      // Standard output is for the few lines that people and scripts wait for.
      stream: createLogStream(logLevel, (line) => void process.stderr.write(line), services.systemLog),
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
