import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';

/**
 * A short name for the versions of many tickets: the sum of one number per ticket, so that both sides can compute it
 * wherever they keep them. Two sets of versions have the same sum by chance once in four thousand million times.
 *
 * As SQL, for the console and the node alike; no product here is larger than 2^53.
 */
export const digestOfTicketSql =
  '((id * 2654435761) % 4294967296 * ((ver * 40503 + 12345) % 65521 + 1)) % 4294967296';

/** The open tickets of one audience: how many, and their sum. */
export const audienceDigestSchema = z.strictObject({
  /** The tokens that may read them, joined by spaces. */
  aud: z.string().max(1000),
  tickets: z.int().nonnegative(),
  sum: z.int().nonnegative(),
});
export type AudienceDigest = z.infer<typeof audienceDigestSchema>;

export const digestSchema = z.strictObject({});
export const digestedSchema = z.strictObject({ audiences: z.array(audienceDigestSchema) });
export type Digested = z.infer<typeof digestedSchema>;

/** Which tickets an audience has, for a console whose sum differs. */
export const manifestSchema = z.strictObject({ aud: z.string().max(1000) });
export type ManifestQuery = z.infer<typeof manifestSchema>;
export const manifestedSchema = z.strictObject({ uids: z.array(uidSchema), vers: z.array(z.int()) });
export type Manifested = z.infer<typeof manifestedSchema>;
