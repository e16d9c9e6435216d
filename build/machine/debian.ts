import { existsSync } from 'node:fs';
import { runQuietly } from '../process/run-quietly.ts';

/** Whether this process may install system packages without asking anybody. */
export function canInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages from Debian's archive; says what went wrong and returns false when it cannot. */
export async function installDebianPackages(names: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], ['install', '-y', '--no-install-recommends', ...names]];
  for (const args of steps) {
    const outcome = await runQuietly('/usr/bin/apt-get', args, { env });
    if (outcome.exitCode !== 0) {
      console.error(`apt-get ${args.join(' ')} failed:\n${outcome.output}`);
      return false;
    }
  }
  return true;
}
