// The only code of ours that the page's process runs with more rights than the page. It is sandboxed, it is one file,
// and all it does is to build `window.waypost` from the contract's names.

import { contextBridge, ipcRenderer } from 'electron';
import { readBridgeArgument } from '../ipc/bridge-names.ts';
import { createEndpoint } from './endpoint.ts';

const names = readBridgeArgument(process.argv);

contextBridge.exposeInMainWorld('waypost', {
  ...createEndpoint(ipcRenderer, 'console', names.console),
  desktop: createEndpoint(ipcRenderer, 'desktop', names.desktop),
});
