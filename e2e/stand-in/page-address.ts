/**
 * Chromium cannot be taught a scheme of our own from outside, so pages of `waypost-app://console/` are shown under an
 * https address that exists nowhere and is answered by the app's real protocol handler.
 */
const suffix = '.stand-in';

/** `waypost-app://console/a` is shown as `https://console.waypost-app.stand-in/a`. */
export function toShownAddress(address: string, schemes: ReadonlySet<string>): string {
  const url = new URL(address);
  const scheme = url.protocol.slice(0, -1);
  if (!schemes.has(scheme)) return address;
  return `https://${url.host}.${scheme}${suffix}${url.pathname}${url.search}${url.hash}`;
}

/** The address as the app knows it. Addresses that are not shown for a scheme stay as they are. */
export function toAppAddress(shown: string): string {
  const url = URL.parse(shown);
  if (url === null || url.protocol !== 'https:' || !url.hostname.endsWith(suffix)) return shown;
  const name = url.hostname.slice(0, -suffix.length);
  const dot = name.lastIndexOf('.');
  return `${name.slice(dot + 1)}://${name.slice(0, dot)}${url.pathname}${url.search}${url.hash}`;
}
