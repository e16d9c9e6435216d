import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { become } from '../process/become.ts';
import { packageScript } from '../process/node-program.ts';

await ensureBuilt(allTargets);
become(process.execPath, packageScript('electron-builder/cli.js', ...process.argv.slice(2)));
