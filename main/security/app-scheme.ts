import type { CustomScheme } from 'electron';

/** The interface's own address. It is never served from files or over a network. */
export const appScheme = 'waypost-app';
const appHost = 'console';
export const appStartUrl = `${appScheme}://${appHost}/`;

/** The page of a window that shows one ticket and nothing else. */
export function ticketWindowUrl(ticketUid: string): string {
  return `${appStartUrl}?window=ticket#/mine/${ticketUid}`;
}

/** Registered before `ready`. No CSP bypass, no service workers, no extensions. */
export const appSchemeRegistration: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Compares parsed parts: prefixes and substrings of an address prove nothing. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  );
}
