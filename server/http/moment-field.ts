import { z } from 'zod';

/** A moment with Z, with an offset, or without a zone, which means UTC (mapping, section 10). Ms UTC. */
export const momentField = z
  .string()
  .max(40)
  .refine((text) => parseMoment(text) !== null, 'Dates must be written like 2025-12-24T18:00:00Z')
  .transform((text) => parseMoment(text) ?? 0);

const withZone = z.iso.datetime({ offset: true });
const withoutZone = z.iso.datetime({ local: true });

function parseMoment(text: string): number | null {
  if (withZone.safeParse(text).success) return inRange(Date.parse(text));
  return withoutZone.safeParse(text).success ? inRange(Date.parse(`${text}Z`)) : null;
}

/** Years that every surface can print. */
function inRange(atMs: number): number | null {
  return atMs >= 0 && atMs < Date.UTC(9999, 0) ? atMs : null;
}
