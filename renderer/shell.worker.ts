import { routeOf } from './shell-route.ts';

/**
 * The service worker, served as `/service-worker.js`: it keeps the console's own files, so that a browser can start it
 * while the node is out of reach. It answers for the page and for those files alone; every other request (the API, the
 * socket, the documentation) goes its way untouched.
 */
declare const self: ServiceWorkerGlobalScope;

/** Put in by the build (build/bundle/service-worker-plugin.ts): each file's path and the hash that it must have. */
declare const shellFiles: Readonly<Record<string, string>>;
declare const shellVersion: string;

const cachePrefix = 'waypost-shell-';
const cacheName = cachePrefix + shellVersion;
const files = shellFiles;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (routeOf(request, self.location.origin, files)) {
    case 'page':
      event.respondWith(page(request));
      break;
    case 'file':
      event.respondWith(file(request));
      break;
    case 'network':
      break;
  }
});

/** All files or none: a file of another build has another hash, and then the next start tries again. */
async function install(): Promise<void> {
  const kept = await Promise.all(
    Object.entries(files).map(async ([path, integrity]) => {
      const response = await fetch(path, { integrity, cache: 'no-cache' });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return [path, response] as const;
    }),
  );
  const cache = await caches.open(cacheName);
  await Promise.all(kept.map(([path, response]) => cache.put(path, response)));
  // Nothing to wait for: pages that are open keep the files of their own build until the build after the next.
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Always at once from here. The browser looks for a newer service worker after each navigation by itself. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match('/', { ignoreVary: true })) ?? fetch(request);
}

/** Names carry a hash of their content, so a file that is here is the right one. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
