import type { BrowserWindowConstructorOptions } from 'electron';
import { minimumSize } from './window-bounds.ts';

interface WindowInputs {
  readonly preloadPath: string;
  readonly bridgeArgument: string;
  readonly isDeveloped: boolean;
  readonly isDark: boolean;
  readonly bounds: {
    readonly x?: number;
    readonly y?: number;
    readonly width: number;
    readonly height: number;
  };
}

/** A window as data. The security settings are written out, defaults included, and are the same for every window. */
export function windowOptions(inputs: WindowInputs): BrowserWindowConstructorOptions {
  return {
    ...inputs.bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Waypost',
    // Shown until the page has drawn itself: the page's own ground.
    backgroundColor: inputs.isDark ? '#1a1b1e' : '#f2f2f0',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: inputs.preloadPath,
      additionalArguments: [inputs.bridgeArgument],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: inputs.isDeveloped,
    },
  };
}
