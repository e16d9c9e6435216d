import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { useChromium } from '../machine/chromium.ts';
import { become } from '../process/become.ts';
import { packageScript } from '../process/node-program.ts';

await ensureBuilt(allTargets);
await useChromium();
const args = ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)];
become(process.execPath, packageScript('playwright/cli.js', ...args));
