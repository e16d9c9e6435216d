/**
 * Who answers a request of the browser's console: the `page` and its `file`s come from what the service worker keeps,
 * everything else goes to the `network` as if there were none.
 */
export function routeOf(
  request: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
  keptPaths: Readonly<Record<string, unknown>>,
): 'page' | 'file' | 'network' {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return 'network';
  if (request.mode === 'navigate') return url.pathname === '/' ? 'page' : 'network';
  if (url.pathname === '/') return 'network';
  // Those of another build too: a page that is open may still load the rest of itself.
  return url.pathname.startsWith('/assets/') || Object.hasOwn(keptPaths, url.pathname) ? 'file' : 'network';
}
