import { describe, expect, it } from 'vitest';
import { proxyPreferencesSchema } from '#shared/protocol/desktop-state.ts';
import { findProxy, proxyConfigOf, proxyUrlOf } from './proxy.ts';

describe('proxyUrlOf', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example:8080', 'http://proxy.example:8080'],
    ['PROXY 10.0.0.1:3128; DIRECT', 'http://10.0.0.1:3128'],
    ['DIRECT; PROXY 10.0.0.1:3128', null],
    ['SOCKS5 10.0.0.1:1080', null],
    ['', null],
  ])('of %s is %s', (resolved, url) => {
    expect(proxyUrlOf(resolved)).toBe(url);
  });
});

describe('proxyConfigOf', () => {
  it('says it as Chromium takes it', () => {
    expect(proxyConfigOf({ kind: 'system' })).toEqual({ mode: 'system' });
    expect(proxyConfigOf({ kind: 'manual', server: 'proxy:8080', bypass: '*.local' })).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'proxy:8080',
      proxyBypassRules: '*.local',
    });
    expect(proxyConfigOf({ kind: 'pac', url: 'http://wpad/wpad.dat' })).toEqual({
      mode: 'pac_script',
      pacScript: 'http://wpad/wpad.dat',
    });
  });

  it.each(['proxy', 'http://proxy:8080', 'proxy:8080;socks=evil:1', 'me:secret@proxy:8080', ''])(
    'takes no server like %s',
    (server) => {
      expect(proxyPreferencesSchema.safeParse({ kind: 'manual', server, bypass: '' }).success).toBe(false);
    },
  );
});

describe('findProxy', () => {
  it('asks about the very address', async () => {
    const resolveProxy = async (url: string): Promise<string> =>
      url.includes('desk') ? 'PROXY p:1' : 'DIRECT';
    expect(await findProxy({ resolveProxy }, 'https://desk')).toBe('http://p:1');
    expect(await findProxy({ resolveProxy }, 'http://127.0.0.1:8000')).toBeNull();
  });
});
