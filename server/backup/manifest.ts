import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { manifestOf } from './backup-names.ts';

/** What is known of a backup, in a small JSON beside it. Times are ms UTC. */
const manifestSchema = z.strictObject({
  format: z.literal(1),
  made_at: z.int(),
  /** When it was last read as a whole and found good. */
  verified_at: z.int(),
  size_bytes: z.int(),
  /** SHA-256 of the file. */
  sha256: z.string(),
  /** The newest step of the schema. */
  migration: z.string(),
  epoch: z.string(),
  /** Where the change log stood. */
  head: z.int(),
  tables: z.record(z.string(), z.strictObject({ rows: z.int(), hash: z.string() })),
  attachments: z.strictObject({
    files: z.int(),
    /** Rows speak of them, but the data folder did not have them. */
    missing: z.int(),
  }),
  has_secret: z.boolean(),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Null when there is none, or none that can be read. */
export function readManifest(backup: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(manifestOf(backup), 'utf8')));
  } catch {
    return null;
  }
}
