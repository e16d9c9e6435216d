import { join } from 'node:path';
import type { Server as SecureServer } from 'node:tls';
import { BackupService } from '../backup/backup.service.ts';
import { startNightlyBackups } from '../backup/nightly.ts';
import { loadSigningSecret } from '../config/signing-secret.ts';
import type { NodeConfig, NodeSecrets, TlsFiles } from '../config/config.ts';
import { helpText } from '../config/help.ts';
import { readConfig, type Environment } from '../config/read-config.ts';
import { openDatabase } from '../database/database.ts';
import { sqliteDialect } from '../database/dialects/sqlite.ts';
import type { App } from '../http/app.ts';
import { createNode } from '../node.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { createSystemProbe } from '../metrics/system-probe.ts';
import { createServices } from '../services.ts';
import { upgradeDesk } from '../upgrade/upgrade-desk.ts';
import { followCertificate, loadCertificate } from './certificate.ts';
import { closeQuickly } from './close-node.ts';
import { openDataFolder } from './data-folder.ts';
import { explainFailure } from './explain-failure.ts';
import { prepareDemo, prepareDesk } from './first-run.ts';
import { listen, reservePort, resolveHost } from './listening.ts';
import { stopOnSignals } from './stop-signals.ts';

/** What the process was started with, and where it speaks. */
export interface Surroundings {
  args: readonly string[];
  env: Environment;
  /** Where the built console lies; it need not be there. */
  consoleDir: string;
  /** Lines for whoever waits for them, on standard output. */
  print: (line: string) => void;
  /** Lines about what is wrong, on standard error. */
  complain: (line: string) => void;
}

type Closer = () => void | Promise<void>;

/** Runs the node until it is told to stop. A start that is refused says why in one line and leaves exit code 1. */
export async function runNode(surroundings: Surroundings): Promise<void> {
  const closers: Closer[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const invocation = readConfig(surroundings.args, surroundings.env);
    if (invocation.kind === 'help') {
      surroundings.print(helpText);
      return;
    }
    const { config, secrets } = invocation;
    stopOnSignals(stop, config);
    await start(config, secrets, surroundings, closers);
  } catch (error) {
    surroundings.complain(explainFailure(error));
    process.exitCode = 1;
    await stop();
  }
}

/** A renewed certificate is used from then on; who is connected stays so. */
function keepCertificate(app: App, files: TlsFiles): () => void {
  return followCertificate({
    files,
    use: (certificate) => {
      (app.server as unknown as SecureServer).setSecureContext(certificate);
      app.log.info('The renewed certificate is used');
    },
    onError: (error) => app.log.error({ err: error }, 'The renewed certificate cannot be used'),
  });
}

async function upgrade({ dataDir, backups }: NodeConfig, print: (line: string) => void): Promise<void> {
  const upgraded = await upgradeDesk({ dataDir, backupDir: backups.dir, now: Date.now() });
  if (upgraded === null) return;
  print(
    `The desk was brought to this version (${upgraded.steps.join(', ')}); as it was before: ${upgraded.copy}`,
  );
}

/** What opens first closes last. Nothing is written before the port and the folder are known to be free. */
async function start(
  config: NodeConfig,
  secrets: NodeSecrets,
  { consoleDir, print, complain }: Surroundings,
  closers: Closer[],
): Promise<void> {
  if (config.rateLimits === null)
    complain('Warning: WAYPOST_RATE_LIMIT=off, passwords can be guessed without limit');
  if (config.opensRegistration)
    complain('Warning: WAYPOST_REGISTRATION=open, anybody can make an admin of themselves');
  const certificate = config.tls === null ? undefined : loadCertificate(config.tls);
  const place = { host: await resolveHost(config.host), port: config.port };
  const freePort = await reservePort(place);
  closers.push(freePort);
  closers.push(openDataFolder(config.dataDir));

  await upgrade(config, print);
  const running: { app?: App } = {};
  const database = await openDatabase(sqliteDialect(join(config.dataDir, 'waypost.sqlite')), (error) =>
    running.app?.log.error({ err: error }, 'A change was made, but not everybody could be told'),
  );
  closers.push(() => database.close());
  const services = createServices(database, {
    signingSecret: loadSigningSecret(config.dataDir),
    probe: createSystemProbe(config.dataDir),
    channelSettings: secrets.channels,
    allowsPrivateWebhooks: config.allowsPrivateWebhooks,
    opensRegistration: config.opensRegistration,
  });
  await services.channelSetup.load();
  await prepareDesk(services, config, secrets, print);
  if (config.isDemo) await prepareDemo(services, print);

  const { clock } = services;
  const backups = new BackupService({ dataDir: config.dataDir, settings: config.backups, clock });
  const app = await createNode({
    config,
    services,
    backups,
    consoleDir,
    ...(certificate === undefined ? {} : { certificate }),
  });
  running.app = app;
  if (config.tls !== null) closers.push(keepCertificate(app, config.tls));
  closers.push(closeQuickly(app));
  const { autoAssignment } = services;
  closers.push(
    autoAssignment.start((error) => app.log.error({ err: error }, 'Tickets could not be assigned')),
  );
  closers.push(startJobs(services, (error) => app.log.error({ err: error }, 'A job failed')));
  closers.push(
    startNightlyBackups(backups, clock, (error) =>
      app.log.error({ err: error }, 'The nightly backup failed'),
    ),
  );
  await freePort();
  const port = await listen(app, place);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  print(`Waypost is ready at ${certificate === undefined ? 'http' : 'https'}://${host}:${port}`);
}
