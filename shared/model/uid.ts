import { v7 } from 'uuid';
import { z } from 'zod';
import type { Clock, RandomBytes } from './clock.ts';

/** The name of a replicated row: a UUIDv7 minted by whoever creates the row. An identity, never an order. */
export const uidSchema = z.uuid({ version: 'v7' });

export type UidFactory = () => string;

/** Builds the minting function of one process from its clock and its source of randomness. */
export function createUidFactory(clock: Clock, random: RandomBytes): UidFactory {
  return () => v7({ msecs: clock.now(), random: random(16) });
}
