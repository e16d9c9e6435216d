import { becomeChild } from '../bootstrap/child.mjs';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';

await ensureBuilt(allTargets);
becomeChild(process.execPath, ['server/bench/run.ts', ...process.argv.slice(2)], {});
