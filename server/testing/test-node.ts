import { join } from 'node:path';
import { BackupService } from '../backup/backup.service.ts';
import type { NodeConfig } from '../config/config.ts';
import type { App } from '../http/app.ts';
import { createNode } from '../node.ts';
import { createTestDesk, type TestDesk, type TestDeskOptions } from './test-desk.ts';

/** A desk with the whole node on it, ready for `app.inject`. */
export interface TestNode extends TestDesk {
  app: App;
}

export interface TestNodeOptions extends TestDeskOptions {
  config?: Partial<NodeConfig>;
  /** A folder with a built console; without one the node says that there is none. */
  consoleDir?: string;
}

/** `await using node = await createTestNode()`: closed and removed at the end of the test. */
export async function createTestNode({
  config = {},
  consoleDir,
  ...options
}: TestNodeOptions = {}): Promise<TestNode> {
  const desk = await createTestDesk(options);
  const dataDir = join(desk.file, '..');
  const backups = { isNightly: false, dir: join(dataDir, 'backups'), keep: { daily: 7, weekly: 4 } };
  const app = await createNode({
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      isDemo: false,
      rateLimits: null,
      adminUsername: 'superadmin',
      logLevel: 'silent',
      isTiedToParent: false,
      allowsPrivateWebhooks: false,
      opensRegistration: false,
      backups,
      tls: null,
      trustedProxies: [],
      ...config,
    },
    services: desk.services,
    backups: new BackupService({ dataDir, settings: backups, clock: desk.clock }),
    consoleDir: consoleDir ?? join(dataDir, 'no-console'),
  });
  return {
    ...desk,
    app,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await desk[Symbol.asyncDispose]();
    },
  };
}
