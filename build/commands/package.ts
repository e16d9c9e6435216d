import { becomeChild } from '../bootstrap/child.mjs';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { packageScript } from '../process/node-program.ts';

await ensureBuilt(allTargets);
becomeChild(process.execPath, packageScript('electron-builder/cli.js', ...process.argv.slice(2)), {});
