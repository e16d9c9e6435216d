import { z } from 'zod';
import { departments } from '../model/department.ts';
import { roles } from '../model/user.ts';

/**
 * The console's own sign-in, under `/api/console/session`: POST signs in, POST `/refresh` renews, DELETE signs out.
 * The refresh token travels in an HttpOnly cookie alone; scripts only ever hold the short-lived access token.
 */
export const sessionPath = '/api/console/session';
export const sessionCookie = 'waypost_session';
/** PUT of a file's bytes ahead of `ticket-attach`, GET of an attachment's bytes: `/UID` of the attachment. */
export const filesPath = '/api/console/files';
export const snapshotPath = '/api/console/sync/snapshot';
/** On an answer there: the next page's place once more, so that it can be asked for before this page is read. */
export const snapshotNextHeader = 'waypost-next';
export const conversationsPath = '/api/console/sync/conversations';

/**
 * Beside `signed_out` in a refusal to renew: the session was not left to end by itself, somebody took it back, or the
 * account is closed. The console takes the copy of the desk off its computer; what its user wrote stays in the outbox.
 */
export const revokedCode = 'revoked';

export const signInSchema = z.strictObject({
  username: z.string().min(1).max(320),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof signInSchema>;

export const consoleUserSchema = z.strictObject({
  id: z.int(),
  username: z.string(),
  full_name: z.string(),
  role: z.enum(roles),
  department: z.enum(departments).nullable(),
  is_active: z.boolean(),
  is_approved: z.boolean(),
});
export type ConsoleUser = z.infer<typeof consoleUserSchema>;

export const sessionGrantSchema = z.strictObject({
  access_token: z.string(),
  /** Seconds until the access token ends. */
  expires_in: z.int().positive(),
  user: consoleUserSchema,
});
export type SessionGrant = z.infer<typeof sessionGrantSchema>;
