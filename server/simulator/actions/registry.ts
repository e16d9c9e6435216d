import type { Action } from './action.ts';
import { agentActions } from './agent-actions.ts';
import { changeActions, laterChangeActions } from './change-actions.ts';
import { copyActions } from './copy-actions.ts';
import { deskActions } from './desk-actions.ts';
import { diskActions } from './disk-actions.ts';
import { itemActions } from './item-actions.ts';
import { networkActions } from './network-actions.ts';
import { processActions } from './process-actions.ts';
import { timeActions } from './time-actions.ts';

/**
 * Everything that can happen. Names are part of recorded schedules; new ones go to the end, because a seed draws its
 * weights in this order.
 */
export const actions: readonly Action[] = [
  ...networkActions,
  ...timeActions,
  ...changeActions,
  ...deskActions,
  ...processActions,
  ...diskActions,
  ...copyActions,
  ...laterChangeActions,
  ...itemActions,
  ...agentActions,
];

export const actionByName: ReadonlyMap<string, Action> = new Map(
  actions.map((action) => [action.name, action]),
);
