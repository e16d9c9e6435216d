import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * The file of `rendererDir` that a request's path names, or null when it names nothing inside. The path is resolved
 * first and compared afterwards, so that no spelling of `..` leads out.
 */
export function resolveAppPath(rendererDir: string, urlPathname: string): string | null {
  const decoded = decodePath(urlPathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = join(rendererDir, decoded === '/' ? 'index.html' : decoded);
  const inside = relative(rendererDir, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return path;
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
