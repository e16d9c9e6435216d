import type { MenuItemConstructorOptions } from 'electron';

/** The app's menu: the system's own entries, so that their keys work everywhere. */
export function appMenuTemplate(options: {
  readonly isMac: boolean;
  readonly isDeveloped: boolean;
}): MenuItemConstructorOptions[] {
  return [
    ...(options.isMac ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        ...(options.isDeveloped ? ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
}
