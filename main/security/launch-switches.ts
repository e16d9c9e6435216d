/**
 * Chromium's own switches that would open the app to others or take its protection away. Whoever can start the app with
 * them might as well do worse, but a link or a shortcut that was tampered with must not be the way.
 */
const dangerousSwitches: ReadonlySet<string> = new Set([
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'disable-gpu-sandbox',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-logging',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'no-sandbox',
  'password-store',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'ssl-key-log-file',
  'unsafely-treat-insecure-origin-as-secure',
  'utility-cmd-prefix',
]);

/** The first dangerous switch of a command line, without its value; null when there is none. */
export function findDangerousSwitch(argv: readonly string[]): string | null {
  for (const argument of argv.slice(1)) {
    // What follows it is no switch any more.
    if (argument === '--') return null;
    const name = /^(?:--?|\/)([a-z][a-z-]*)(?:=|$)/i.exec(argument)?.[1]?.toLowerCase();
    if (name !== undefined && dangerousSwitches.has(name)) return name;
  }
  return null;
}
