import { z } from 'zod';

/** A UTC day that exists. */
export function dayField(name: string) {
  return z.iso.date(`Invalid ${name}. Must be a date like 2025-12-31`);
}

export function flagField(name: string) {
  return z.stringbool({ error: `${name} must be true or false` });
}

/** A ticket by its integer or by its code. */
export const ticketRefField = z.union(
  [
    z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform((text) => ({ id: Number(text) })),
    z
      .string()
      .regex(/^TKT[A-Z0-9]{5}$/i)
      .transform((text) => ({ code: text.toUpperCase() })),
  ],
  'Invalid ticket ID',
);
