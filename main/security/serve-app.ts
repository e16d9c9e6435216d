import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { isAppUrl } from './app-scheme.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { resolveAppPath } from './resolve-app-path.ts';

const contentTypeByExtension: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Answers requests to the app's own scheme with the built page's files, and nothing else on the disk. */
export function createAppHandler(rendererDir: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    if (!isAppUrl(request.url)) return refuse(404);
    const path = resolveAppPath(rendererDir, new URL(request.url).pathname);
    const contentType = path === null ? undefined : contentTypeByExtension[extname(path)];
    if (path === null || contentType === undefined) return refuse(404);
    try {
      const content = await readFile(path);
      return new Response(new Uint8Array(content), {
        headers: { ...securityHeaders, 'content-type': contentType, 'cache-control': 'no-cache' },
      });
    } catch {
      return refuse(404);
    }
  };
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
