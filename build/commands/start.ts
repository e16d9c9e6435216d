// The desktop app where it can run, and otherwise the node with the same console for a browser.

import { becomeChild } from '../bootstrap/child.mjs';
import { root } from '../bootstrap/root.mjs';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { ensureElectron } from '../machine/electron.ts';
import { runServer } from '../process/run-server.ts';

type Choice = { readonly electron: string } | { readonly reason: string };

const args = process.argv.slice(2);
const choice = await choose();

if ('electron' in choice) {
  console.log('Starting the desktop app.');
  await ensureBuilt(allTargets);
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  becomeChild(choice.electron, [root, ...args], { env });
} else {
  console.log(`${choice.reason}: starting the node and serving the console to your browser.`);
  await runServer(args);
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
