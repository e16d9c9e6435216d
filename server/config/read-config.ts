import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';
import { findWeakness, strictPasswordRules } from '../auth/password-rules.ts';
import { StartRefused } from '../process/start-refused.ts';
import { defaultRateLimits, parseRateLimits, rateLimitForms } from './rate-limits.ts';
import { readChannels } from './read-channels.ts';
import { readTls, readTrustedProxies } from './read-network.ts';
import { isSet, refuse, type Setting } from './setting.ts';
import { logLevels, type BackupSettings, type NodeConfig, type NodeSecrets } from './config.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Invocation = { kind: 'help' } | { kind: 'run'; config: NodeConfig; secrets: NodeSecrets };

/**
 * Reads flags, then the environment, then the defaults.
 * @throws StartRefused naming the first value that makes no sense.
 */
export function readConfig(args: readonly string[], env: Environment): Invocation {
  const flags = readFlags(args);
  if (flags.help === true) return { kind: 'help' };
  if (isSet(env['DATABASE_URL'])) {
    throw new StartRefused(
      'DATABASE_URL is set, but this version keeps its data in SQLite alone; PostgreSQL comes later',
    );
  }
  const setting = (flag: 'port' | 'host' | 'data-dir' | null, variable: string): Setting | undefined => {
    const value = flag === null ? undefined : flags[flag];
    if (value !== undefined) return { name: `--${flag}`, value };
    const fromEnv = env[variable];
    return isSet(fromEnv) ? { name: variable, value: fromEnv } : undefined;
  };
  const dataDir = readFolder(setting('data-dir', 'WAYPOST_DATA_DIR'));
  const config: NodeConfig = Object.freeze({
    host: readHost(setting('host', 'WAYPOST_HOST')),
    port: readPort(setting('port', 'WAYPOST_PORT')),
    dataDir,
    isDemo: flags.demo ?? readSwitch(setting(null, 'WAYPOST_DEMO'), { on: '1', off: '0', otherwise: false }),
    rateLimits: readRateLimits(setting(null, 'WAYPOST_RATE_LIMIT')),
    adminUsername: readUsername(setting(null, 'WAYPOST_ADMIN_USERNAME')),
    logLevel: readLogLevel(setting(null, 'WAYPOST_LOG_LEVEL')),
    isTiedToParent: readSwitch(setting(null, 'WAYPOST_EXIT_WITH_PARENT'), {
      on: '1',
      off: '0',
      otherwise: false,
    }),
    opensRegistration: readSwitch(setting(null, 'WAYPOST_REGISTRATION'), {
      on: 'open',
      off: 'approved',
      otherwise: false,
    }),
    allowsPrivateWebhooks: readSwitch(setting(null, 'WAYPOST_WEBHOOK_PRIVATE'), {
      on: 'allow',
      off: 'refuse',
      otherwise: false,
    }),
    backups: readBackups((variable) => setting(null, variable), dataDir),
    tls: readTls(setting(null, 'WAYPOST_TLS_CERT'), setting(null, 'WAYPOST_TLS_KEY')),
    trustedProxies: readTrustedProxies(setting(null, 'WAYPOST_TRUSTED_PROXIES')),
  });
  return {
    kind: 'run',
    config,
    secrets: { adminPassword: readPassword(env['WAYPOST_ADMIN_PASSWORD']), channels: readChannels(env) },
  };
}

/** The node's data folder alone, for commands that run beside it. */
export function readDataDir(flag: string | undefined, env: Environment): string {
  if (flag !== undefined) return readFolder({ name: '--data-dir', value: flag });
  const value = env['WAYPOST_DATA_DIR'];
  return readFolder(isSet(value) ? { name: 'WAYPOST_DATA_DIR', value } : undefined);
}

function readBackups(setting: (variable: string) => Setting | undefined, dataDir: string): BackupSettings {
  const dir = setting('WAYPOST_BACKUP_DIR');
  return {
    isNightly: readSwitch(setting('WAYPOST_BACKUPS'), { on: 'on', off: 'off', otherwise: true }),
    dir: dir === undefined ? join(dataDir, 'backups') : readFolder(dir),
    keep: {
      daily: readCount(setting('WAYPOST_BACKUP_KEEP_DAYS'), 7),
      weekly: readCount(setting('WAYPOST_BACKUP_KEEP_WEEKS'), 4),
    },
  };
}

function readRateLimits(setting: Setting | undefined): NodeConfig['rateLimits'] {
  if (setting === undefined) return defaultRateLimits;
  const limits = parseRateLimits(setting.value);
  return limits === undefined ? refuse(setting, rateLimitForms) : limits;
}

function readCount(setting: Setting | undefined, otherwise: number): number {
  if (setting === undefined) return otherwise;
  const isCount = /^\d{1,3}$/.test(setting.value);
  return isCount ? Number(setting.value) : refuse(setting, 'a whole number from 0 to 999');
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'data-dir': { type: 'string' },
        demo: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    const [firstSentence] = error instanceof Error ? error.message.split('. ') : [];
    throw new StartRefused(`${firstSentence ?? 'The flags cannot be read'}; --help lists the flags`);
  }
}

function readPort(setting: Setting | undefined): number {
  if (setting === undefined) return 8000;
  const port = /^\d{1,5}$/.test(setting.value) ? Number(setting.value) : Number.NaN;
  return port <= 65_535 ? port : refuse(setting, 'a whole number from 0 to 65535');
}

function readHost(setting: Setting | undefined): string {
  if (setting === undefined) return '127.0.0.1';
  const isName = /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(setting.value);
  return isName || isIP(setting.value) !== 0
    ? setting.value
    : refuse(setting, 'an IP address or a host name');
}

function readFolder(setting: Setting | undefined): string {
  if (setting === undefined) return envPaths('waypost', { suffix: '' }).data;
  return isSet(setting.value) ? resolve(setting.value) : refuse(setting, 'a folder');
}

function readUsername(setting: Setting | undefined): string {
  if (setting === undefined) return 'superadmin';
  return /^[\w.@+-]{1,150}$/.test(setting.value)
    ? setting.value
    : refuse(setting, 'letters, digits and . @ + - _, 150 at most');
}

/** Said without the value, which is a secret even when it is a bad one. */
function readPassword(password: string | undefined): string | null {
  if (!isSet(password)) return null;
  const weakness = findWeakness(password, strictPasswordRules);
  if (weakness !== null) throw new StartRefused(`WAYPOST_ADMIN_PASSWORD will not do: ${weakness}`);
  return password;
}

function readLogLevel(setting: Setting | undefined): NodeConfig['logLevel'] {
  if (setting === undefined) return 'warn';
  return (
    logLevels.find((level) => level === setting.value) ?? refuse(setting, `one of ${logLevels.join(', ')}`)
  );
}

function readSwitch(
  setting: Setting | undefined,
  { on, off, otherwise }: { on: string; off: string; otherwise: boolean },
): boolean {
  if (setting === undefined) return otherwise;
  if (setting.value === on) return true;
  return setting.value === off ? false : refuse(setting, `${on} or ${off}`);
}
