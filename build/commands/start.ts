// The desktop app where it can run, and otherwise the node with the same console for a browser.

import { root } from '../bootstrap/root.mjs';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { ensureElectron } from '../machine/electron.ts';
import { become } from '../process/become.ts';
import { becomeServer } from '../process/become-server.ts';

type Choice = { readonly electron: string } | { readonly reason: string };

const args = process.argv.slice(2);
const choice = await choose();

if ('electron' in choice) {
  console.log('Starting the desktop app.');
  await ensureBuilt(allTargets);
  delete process.env['ELECTRON_RUN_AS_NODE'];
  become(choice.electron, [root, ...args]);
} else {
  console.log(`${choice.reason}: starting the node and serving the console to your browser.`);
  await becomeServer(args);
}

async function choose(): Promise<Choice> {
  const isLinux = process.platform === 'linux';
  const hasDisplay = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (isLinux && !hasDisplay) return { reason: 'No display found' };
  if (isLinux && process.getuid?.() === 0) return { reason: 'Electron does not run as root' };
  const electron = await ensureElectron();
  return electron === undefined
    ? { reason: "Electron's program is not here and could not be fetched" }
    : { electron };
}
