import { z } from 'zod';
import type { DeepLink } from './deep-link.ts';
import { findLink } from './link-file.ts';

/** What the command line and the environment say about this start. */
export interface LaunchOptions {
  /** Replaces the folder of settings, databases and logs: a profile of its own, for tests and second accounts. */
  readonly dataDir: string | null;
  /** Connects to this node whatever the settings say. */
  readonly nodeUrl: string | null;
  /** Starts in the tray, as when it is started at login. */
  readonly isHidden: boolean;
  readonly deepLink: DeepLink | null;
}

const urlSchema = z.url({ protocol: /^https?$/ });

export function readLaunchOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LaunchOptions {
  const nodeUrl = urlSchema.safeParse(env['WAYPOST_NODE_URL']);
  return {
    dataDir: env['WAYPOST_DESKTOP_DATA_DIR'] || null,
    nodeUrl: nodeUrl.success ? new URL(nodeUrl.data).origin : null,
    isHidden: argv.includes('--hidden'),
    deepLink: findLink(argv),
  };
}
