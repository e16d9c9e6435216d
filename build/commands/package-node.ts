// The headless node as one archive, for servers: `npm run package:node`.

import { ensureBuilt } from '../bundle/ensure-built.ts';
import { rendererTarget, serverTarget } from '../bundle/targets.ts';
import { toMegabytes } from '../package/check-package.ts';
import { writeNodeBundle } from '../package/node-bundle.ts';
import { writeNotices } from '../package/notices.ts';

await ensureBuilt([serverTarget, rendererTarget]);
writeNotices();
const { file, sizeBytes } = writeNodeBundle();
console.log(`${file}\n${toMegabytes(sizeBytes)}; unpack it anywhere and run \`node start.js\` with Node 24`);
