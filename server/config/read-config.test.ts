import { describe, expect, test } from 'vitest';
import { defaultRateLimits } from './rate-limits.ts';
import { readConfig } from './read-config.ts';
import type { NodeConfig } from './config.ts';

function configFrom(args: readonly string[], env: Record<string, string> = {}): NodeConfig {
  const invocation = readConfig(args, env);
  if (invocation.kind !== 'run') throw new Error('Help was asked for');
  return invocation.config;
}

describe('readConfig', () => {
  test('has a default for everything', () => {
    expect(configFrom([])).toMatchObject({
      host: '127.0.0.1',
      port: 8000,
      dataDir: expect.stringMatching(/waypost/i),
      isDemo: false,
      rateLimits: defaultRateLimits,
      adminUsername: 'superadmin',
      logLevel: 'warn',
      isTiedToParent: false,
      allowsPrivateWebhooks: false,
      opensRegistration: false,
      backups: {
        isNightly: true,
        dir: expect.stringMatching(/waypost.*backups$/i),
        keep: { daily: 7, weekly: 4 },
      },
      tls: null,
      trustedProxies: [],
    });
  });

  test('reads the environment', () => {
    const env = {
      WAYPOST_PORT: '0',
      WAYPOST_HOST: '::1',
      WAYPOST_DATA_DIR: '/srv/desk',
      WAYPOST_DEMO: '1',
      WAYPOST_RATE_LIMIT: 'off',
      WAYPOST_ADMIN_USERNAME: 'root',
      WAYPOST_LOG_LEVEL: 'debug',
      WAYPOST_EXIT_WITH_PARENT: '1',
      WAYPOST_WEBHOOK_PRIVATE: 'allow',
      WAYPOST_REGISTRATION: 'open',
      WAYPOST_BACKUPS: 'off',
      WAYPOST_BACKUP_DIR: '/mnt/backups',
      WAYPOST_BACKUP_KEEP_DAYS: '14',
      WAYPOST_BACKUP_KEEP_WEEKS: '0',
      WAYPOST_TLS_CERT: '/etc/waypost/chain.pem',
      WAYPOST_TLS_KEY: '/etc/waypost/key.pem',
      WAYPOST_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,::1',
    };
    expect(configFrom([], env)).toEqual({
      host: '::1',
      port: 0,
      dataDir: '/srv/desk',
      isDemo: true,
      rateLimits: null,
      adminUsername: 'root',
      logLevel: 'debug',
      isTiedToParent: true,
      allowsPrivateWebhooks: true,
      opensRegistration: true,
      backups: { isNightly: false, dir: '/mnt/backups', keep: { daily: 14, weekly: 0 } },
      tls: { certificateFile: '/etc/waypost/chain.pem', keyFile: '/etc/waypost/key.pem' },
      trustedProxies: ['loopback', '10.0.0.0/8', '::1'],
    });
  });

  test('lets flags win over the environment', () => {
    const env = {
      WAYPOST_PORT: '9000',
      WAYPOST_HOST: '0.0.0.0',
      WAYPOST_DATA_DIR: '/srv/desk',
      WAYPOST_DEMO: '0',
    };
    const args = ['--port=8001', '--host', 'localhost', '--data-dir', '/tmp/desk', '--demo'];
    expect(configFrom(args, env)).toMatchObject({
      port: 8001,
      host: 'localhost',
      dataDir: '/tmp/desk',
      isDemo: true,
    });
  });

  test('takes an empty variable for one that is not set', () => {
    expect(configFrom([], { WAYPOST_PORT: '', WAYPOST_DEMO: ' ', DATABASE_URL: '' })).toMatchObject({
      port: 8000,
    });
  });

  test('cannot be changed afterwards, and holds no secret', () => {
    const invocation = readConfig([], { WAYPOST_ADMIN_PASSWORD: 'Chosen-By-Me-1' });
    expect(invocation).toMatchObject({ secrets: { adminPassword: 'Chosen-By-Me-1' } });
    expect(Object.isFrozen(invocation.kind === 'run' && invocation.config)).toBe(true);
    expect(JSON.stringify(invocation.kind === 'run' && invocation.config)).not.toContain('Chosen');
  });

  test('answers to --help before anything else', () => {
    expect(readConfig(['--help'], { WAYPOST_PORT: 'x', DATABASE_URL: 'postgres://db' })).toEqual({
      kind: 'help',
    });
  });

  test.each([
    [['--port', '65536'], {}, '--port must be a whole number from 0 to 65535; it is "65536"'],
    [['--port', ''], {}, '--port must be a whole number from 0 to 65535; it is ""'],
    [[], { WAYPOST_PORT: '80.5' }, 'WAYPOST_PORT must be a whole number from 0 to 65535; it is "80.5"'],
    [[], { WAYPOST_HOST: 'http://x' }, 'WAYPOST_HOST must be an IP address or a host name; it is "http://x"'],
    [['--data-dir='], {}, '--data-dir must be a folder; it is ""'],
    [[], { WAYPOST_DEMO: 'yes' }, 'WAYPOST_DEMO must be 1 or 0; it is "yes"'],
    [[], { WAYPOST_BACKUPS: 'yes' }, 'WAYPOST_BACKUPS must be on or off; it is "yes"'],
    [
      [],
      { WAYPOST_BACKUP_KEEP_DAYS: '-1' },
      'WAYPOST_BACKUP_KEEP_DAYS must be a whole number from 0 to 999; it is "-1"',
    ],
    [
      [],
      { WAYPOST_RATE_LIMIT: 'none' },
      'WAYPOST_RATE_LIMIT must be on, off, or numbers like requests=600,failures=5',
    ],
    [[], { WAYPOST_TLS_CERT: '/c.pem' }, 'WAYPOST_TLS_CERT and WAYPOST_TLS_KEY must be set together'],
    [
      [],
      { WAYPOST_TRUSTED_PROXIES: 'proxy.example' },
      /^WAYPOST_TRUSTED_PROXIES must be addresses.*"proxy.example"$/,
    ],
    [[], { WAYPOST_TRUSTED_PROXIES: '10.0.0.0/33' }, /^WAYPOST_TRUSTED_PROXIES must be addresses/],
    [[], { WAYPOST_LOG_LEVEL: 'loud' }, /^WAYPOST_LOG_LEVEL must be one of trace, .*; it is "loud"$/],
    [[], { WAYPOST_ADMIN_USERNAME: 'two words' }, /^WAYPOST_ADMIN_USERNAME must be letters/],
    [[], { DATABASE_URL: 'postgres://db' }, /PostgreSQL comes later$/],
    [['--prot', '1'], {}, "Unknown option '--prot'; --help lists the flags"],
    [['--port'], {}, /--port.*; --help lists the flags$/],
    [['desk'], {}, /desk.*; --help lists the flags$/],
  ])('refuses %j with %j in one line', (args, env: Record<string, string>, line) => {
    expect(() => readConfig(args, env)).toThrow(line);
    expect(() => readConfig(args, env)).not.toThrow(/\n/);
  });

  test('refuses a weak password without repeating it', () => {
    const env = { WAYPOST_ADMIN_PASSWORD: 'hunter2' };
    expect(() => readConfig([], env)).toThrow(
      /^WAYPOST_ADMIN_PASSWORD will not do: Password must be at least 8/,
    );
    expect(() => readConfig([], env)).not.toThrow(/hunter2/);
  });
});
