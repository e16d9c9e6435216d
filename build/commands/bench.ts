import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { useChromium } from '../machine/chromium.ts';
import { become } from '../process/become.ts';

await ensureBuilt(allTargets);
// One suite needs it, and fails by itself without it.
await useChromium().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
become(process.execPath, ['server/bench/run.ts', ...process.argv.slice(2)]);
