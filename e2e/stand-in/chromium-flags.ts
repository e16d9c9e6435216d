/** What Playwright turns off by itself; a list given to it takes the place of this one. */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Pages that the browser's address bar loads for itself at each start, for as much time as the rest of the start takes. */
const addressBarPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** For every Chromium that specs look at, beside what Playwright says to it. */
export const chromiumFlags = [
  '--disable-gpu',
  `--disable-features=${[...offForPlaywright, ...addressBarPages].join(',')}`,
];
