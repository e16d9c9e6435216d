import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { useChromium } from '../machine/chromium.ts';
import { become } from '../process/become.ts';

await ensureBuilt(allTargets);
await useChromium();
become(process.execPath, ['server/bench/run.ts', ...process.argv.slice(2)]);
