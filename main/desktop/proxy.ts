import type { ProxyConfig, Session } from 'electron';
import type { ProxyPreferences } from '#shared/protocol/desktop-state.ts';

/** The choice as Chromium takes it. */
export function proxyConfigOf(proxy: ProxyPreferences): ProxyConfig {
  switch (proxy.kind) {
    case 'system':
      return { mode: 'system' };
    case 'direct':
      return { mode: 'direct' };
    case 'manual':
      return { mode: 'fixed_servers', proxyRules: proxy.server, proxyBypassRules: proxy.bypass };
    case 'pac':
      return { mode: 'pac_script', pacScript: proxy.url };
  }
}

/** The first road of a list like `PROXY proxy:8080; DIRECT`; null for the straight one, and for those we cannot take. */
export function proxyUrlOf(resolved: string): string | null {
  const [first = ''] = resolved.split(';');
  const place = /^\s*PROXY\s+(\S+:\d+)\s*$/i.exec(first)?.[1];
  return place === undefined ? null : `http://${place}`;
}

/** Asks Chromium, which knows the system and its scripts, by which road an address is reached. */
export async function findProxy(session: Pick<Session, 'resolveProxy'>, url: string): Promise<string | null> {
  return proxyUrlOf(await session.resolveProxy(url));
}
