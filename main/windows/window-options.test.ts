import { describe, expect, it } from 'vitest';
import { windowOptions } from './window-options.ts';

const { webPreferences } = windowOptions({
  preloadPath: '/app/preload.cjs',
  bridgeArgument: '--bridge',
  isDeveloped: false,
  isDark: false,
  bounds: { width: 800, height: 600 },
});

describe('windowOptions', () => {
  it('gives the page no rights beyond the bridge', () => {
    expect(webPreferences).toEqual({
      preload: '/app/preload.cjs',
      additionalArguments: ['--bridge'],
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
      devTools: false,
    });
  });
});
