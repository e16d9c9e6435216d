import type { AttachmentService } from '../../attachments/attachment.service.ts';
import type { AccessHooks } from '../../auth/access-hooks.ts';
import type { BackupService } from '../../backup/backup.service.ts';
import type { LoginThrottle } from '../../auth/login-throttle.ts';
import type { App } from '../../http/app.ts';
import type { Services } from '../../services.ts';

export interface V1Context {
  services: Services;
  attachments: AttachmentService;
  backups: BackupService;
  hooks: AccessHooks;
  loginThrottle: LoginThrottle;
}

/** Adds one group of this surface's routes. */
export type V1Routes = (app: App, context: V1Context) => void;
