import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { runE2eTests } from '../checks/e2e-tests.ts';
import type { StepResult } from '../process/step-result.ts';
import type { PackagedApp } from './packaged-app.ts';

/** What a person does with a new app: opens it, signs in, works without a network, runs a desk; and the checklist. */
const journeys = ['smoke', 'first-sign-in', 'offline', 'desktop/host', 'desktop/security'];

/**
 * Drives the packaged files through the main journeys, on Electron where it can run and on the stand-in elsewhere. They
 * are taken out of their archive to a folder far from this one, so that nothing of the repository can stand in for what
 * the package lacks.
 */
export async function runJourneys({ resourcesDir }: PackagedApp): Promise<StepResult> {
  const dir = mkdtempSync(join(tmpdir(), 'waypost-packaged-'));
  try {
    extractAll(join(resourcesDir, 'app.asar'), dir);
    return await runE2eTests({
      args: ['--project=desktop', ...journeys.map((name) => `specs/${name}.spec.ts`)],
      env: { WAYPOST_E2E_OUT_DIR: join(dir, 'build/out'), WAYPOST_E2E_PACKAGED: '1' },
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
