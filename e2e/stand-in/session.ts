import type { ProxyConfig, Session } from 'electron';
import { record } from './record.ts';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

const held: { request: RequestHandler; check: CheckHandler; device: unknown; displayMedia: unknown } = {
  request: null,
  check: null,
  device: null,
  displayMedia: null,
};

let proxyRules: string | undefined;

const defaultSession = {
  availableSpellCheckerLanguages: ['en-US', 'ru'],
  setSpellCheckerEnabled: (_isEnabled: boolean) => {},
  setSpellCheckerLanguages: (languages: string[]) => {
    record.spellCheckLanguages = languages;
  },
  setProxy: async (config: ProxyConfig) => {
    proxyRules = config.mode === 'fixed_servers' ? config.proxyRules : undefined;
  },
  /** As Chromium does, this computer itself is reached without any. */
  resolveProxy: async (url: string) => {
    const isLocal = /^https?:\/\/(?:127\.|localhost)/.test(url);
    return proxyRules === undefined || isLocal ? 'DIRECT' : `PROXY ${proxyRules}`;
  },
  addWordToSpellCheckerDictionary: (_word: string) => true,
  setPermissionRequestHandler: (handler: RequestHandler) => {
    held.request = handler;
  },
  setPermissionCheckHandler: (handler: CheckHandler) => {
    held.check = handler;
  },
  setDevicePermissionHandler: (handler: Parameters<Session['setDevicePermissionHandler']>[0]) => {
    held.device = handler;
  },
  setDisplayMediaRequestHandler: (handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]) => {
    held.displayMedia = handler;
  },
} satisfies Partial<Session>;

export const session = { defaultSession };

/** Asks the app as Electron would; what no handler answers, Electron grants. */
export function askPermission(permission: string, requestingUrl: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { check, request } = held;
    if (check !== null && !check(null, permission as never, requestingUrl, {} as never)) {
      resolve(false);
      return;
    }
    if (request === null) resolve(true);
    else request(null as never, permission as never, resolve, { requestingUrl, isMainFrame: true });
  });
}
