import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { BackupService } from '../backup/backup.service.ts';
import type { NodeConfig } from '../config/config.ts';
import type { AttachmentService } from '../attachments/attachment.service.ts';
import type { UploadService } from '../attachments/upload.service.ts';
import type { LoginThrottle } from '../auth/login-throttle.ts';
import type { Certificate } from '../process/certificate.ts';
import type { Services } from '../services.ts';

/** The HTTP application that surfaces add their routes to: schemas are zod, and types follow from them. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What a node is built from. */
export interface NodeParts {
  config: NodeConfig;
  services: Services;
  backups: BackupService;
  /** Where the built console lies; it need not be there. */
  consoleDir: string;
  /** Left out, the node speaks plain HTTP. */
  certificate?: Certificate;
}

export interface SurfaceContext extends NodeParts {
  attachments: AttachmentService;
  uploads: UploadService;
  /** One for all surfaces, so that guesses through all of them are counted together. */
  loginThrottle: LoginThrottle;
}

/** Adds one surface's routes. Registered in a scope of its own, so its hooks and decorations stay with it. */
export type Surface = (app: App, context: SurfaceContext) => void | Promise<void>;
