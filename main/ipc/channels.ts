/** Who answers a call or tells an event: the replica (`console`) or the main process itself (`desktop`). */
export type BridgeGroup = 'console' | 'desktop';

export const callChannel = (group: BridgeGroup, name: string): string => `waypost:call:${group}:${name}`;
export const eventChannel = (group: BridgeGroup, name: string): string => `waypost:event:${group}:${name}`;

/** The page began to listen to an event: carries the group and the event's name. */
export const listeningChannel = 'waypost:listening';
