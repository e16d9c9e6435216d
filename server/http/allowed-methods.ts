import type { App } from './app.ts';

interface KnownPath {
  segments: readonly string[];
  methods: Set<string>;
}

/**
 * Which methods a path has, for telling "no such path" (404) from "not with this method" (405). The slash at the end
 * is part of the path (contract, B1). Must be called before any route is added.
 */
export function collectAllowedMethods(app: App): (path: string) => string[] {
  const knownByUrl = new Map<string, KnownPath>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const known = knownByUrl.get(url) ?? { segments: url.split('/'), methods: new Set() };
    knownByUrl.set(url, known);
    for (const each of Array.isArray(method) ? method : [method]) known.methods.add(each);
  });
  return (path) => {
    const segments = path.split('/');
    const matches = [...knownByUrl.values()].filter((known) => isMatch(known.segments, segments));
    return [...new Set(matches.flatMap(({ methods }) => [...methods]))].toSorted();
  };
}

function isMatch(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, index) =>
    part.startsWith(':') ? segments[index] !== '' : part === segments[index],
  );
}
