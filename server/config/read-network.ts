import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { StartRefused } from '../process/start-refused.ts';
import type { TlsFiles } from './config.ts';
import { refuse, type Setting } from './setting.ts';

/** Both or none. Whether the files are there and fit is found out when the node starts. @throws StartRefused */
export function readTls(certificate: Setting | undefined, key: Setting | undefined): TlsFiles | null {
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined || key === undefined) {
    throw new StartRefused('WAYPOST_TLS_CERT and WAYPOST_TLS_KEY must be set together');
  }
  return { certificateFile: resolve(certificate.value), keyFile: resolve(key.value) };
}

const mustBe = 'addresses or networks (10.0.0.0/8), or the word loopback, with commas between';

/** The proxies whose word is taken for who asks, and by which protocol; nobody's by default. @throws StartRefused */
export function readTrustedProxies(setting: Setting | undefined): readonly string[] {
  if (setting === undefined) return [];
  const proxies = setting.value.split(',').map((part) => part.trim());
  if (!proxies.every((proxy) => proxy === 'loopback' || isNetwork(proxy))) refuse(setting, mustBe);
  return proxies;
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}
