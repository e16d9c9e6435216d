import { createHash } from 'node:crypto';
import type { NodePlace } from '#shared/protocol/desktop-state.ts';

/** So many nodes are remembered; who needs more knows their addresses. */
const remembered = 20;

export function isSamePlace(one: NodePlace, other: NodePlace): boolean {
  return one.kind === 'host' || other.kind === 'host' ? one.kind === other.kind : one.url === other.url;
}

/** The list with this node at its head. */
export function withChosen(places: readonly NodePlace[], chosen: NodePlace): NodePlace[] {
  return [chosen, ...places.filter((place) => !isSamePlace(place, chosen))].slice(0, remembered);
}

/** The node's address as it is kept, or null where there is none in it. */
export function readNodeUrl(text: string): string | null {
  const url = URL.parse(text.trim());
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url !== null && isWeb && url.hostname !== '' ? url.origin : null;
}

/**
 * Every node has its own folder: what one desk has not sent yet never goes to another. The node on this computer may
 * change its port, but in the same data folder it stays the same node.
 */
export function consoleFolder(identity: string): string {
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}
