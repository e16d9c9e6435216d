import type { App, WebContents } from 'electron';
import { isAppUrl } from './app-scheme.ts';

interface NavigationEvent {
  readonly url: string;
  preventDefault(): void;
}

/**
 * Holds every contents, of whatever window, to the app's own pages: no navigation elsewhere, no new windows, no embedded
 * views. Links that people click leave through `openExternal`, which the interface calls by name.
 */
export function guardNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', stayInside);
  contents.on('will-frame-navigate', stayInside);
  contents.on('will-redirect', stayInside);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

export function stayInside(event: NavigationEvent): void {
  if (!isAppUrl(event.url)) event.preventDefault();
}
