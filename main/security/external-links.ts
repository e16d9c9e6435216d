import { DeskError } from '#shared/protocol/errors.ts';

const allowedProtocols: ReadonlySet<string> = new Set(['https:', 'mailto:']);

/** The address as it may be handed to the system, or null when its scheme could run something. */
export function parseExternalLink(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && allowedProtocols.has(url.protocol) ? url.href : null;
}

/** The only road out of the app: every link that leaves goes through here. */
export async function openExternalLink(
  address: string,
  shell: { openExternal(url: string): Promise<void> },
): Promise<void> {
  const url = parseExternalLink(address);
  if (url === null) throw new DeskError('invalid', 'Only https and mailto links can be opened.');
  await shell.openExternal(url);
}
