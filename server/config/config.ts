import type { RateLimits } from './rate-limits.ts';
import type { ChannelSettings } from '../channels/channel-settings.ts';

/** The levels of the log, the quietest last. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type NodeLogLevel = (typeof logLevels)[number];

/** What the node does for its backups by itself. */
export interface BackupSettings {
  readonly isNightly: boolean;
  /** Absolute. */
  readonly dir: string;
  /** The newest of each of so many days and weeks is kept. */
  readonly keep: { readonly daily: number; readonly weekly: number };
}

/** Where the node's certificate lies, with its chain, and the key to it: PEM files, absolute paths. */
export interface TlsFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** Everything that can be set from outside, read once at the start. Holds no secret, so it may be shown and logged. */
export interface NodeConfig {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Fill an empty desk with made-up tickets. */
  readonly isDemo: boolean;
  /** Null, no limits at all, only for load and contract runs. */
  readonly rateLimits: RateLimits | null;
  /** The super admin that the first run creates. */
  readonly adminUsername: string;
  readonly logLevel: NodeLogLevel;
  /** Stop as soon as the process that started this one is gone. */
  readonly isTiedToParent: boolean;
  readonly backups: BackupSettings;
  /** Whether people who register are taken for what they say they are, admins too. */
  readonly opensRegistration: boolean;
  /** Whether webhooks may call computers beside the node. */
  readonly allowsPrivateWebhooks: boolean;
  /** Null speaks plain HTTP. */
  readonly tls: TlsFiles | null;
  /** Addresses and networks of proxies in front of the node. */
  readonly trustedProxies: readonly string[];
}

/** What must not be shown, kept apart from the config. */
export interface NodeSecrets {
  /** The super admin's first password, when it was chosen by whoever runs the node. */
  readonly adminPassword: string | null;
  readonly channels: ChannelSettings;
}
