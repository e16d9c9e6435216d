import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';

await ensureBuilt(allTargets);
