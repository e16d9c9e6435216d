import { createSigner, createVerifier } from 'fast-jwt';
import { z } from 'zod';
import type { Clock } from '#shared/model/clock.ts';
import { departments } from '#shared/model/department.ts';
import { roles } from '#shared/model/user.ts';

/** The documented claims (admin-dashboard document, "Login"), and `sid`, the session that the token belongs to. */
const accessClaimsSchema = z.object({
  user_id: z.int().positive(),
  username: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  department: z.enum(departments).nullable(),
  token_type: z.literal('access'),
  exp: z.int(),
  iat: z.int(),
  sid: z.string(),
});

/** `gen` numbers the refresh tokens of one session: only the newest is good. */
const refreshClaimsSchema = z.object({
  user_id: z.int().positive(),
  username: z.string(),
  token_type: z.literal('refresh'),
  exp: z.int(),
  iat: z.int(),
  sid: z.string(),
  gen: z.int().nonnegative(),
});

/** What the cookie of an admin's session holds: good for as long as the session itself is. */
const adminSessionClaimsSchema = z.object({
  user_id: z.int().positive(),
  token_type: z.literal('admin_session'),
  exp: z.int(),
  iat: z.int(),
  sid: z.string(),
});

export type AdminSessionClaims = z.infer<typeof adminSessionClaimsSchema>;
export type AccessClaims = z.infer<typeof accessClaimsSchema>;
export type RefreshClaims = z.infer<typeof refreshClaimsSchema>;
type Claims = AccessClaims | RefreshClaims | AdminSessionClaims;

/** Signs and reads the node's JWTs (HS256). `exp` and `iat` are seconds and come from the caller's clock. */
export class Tokens {
  readonly #clock: Clock;
  readonly #sign: (claims: Claims) => string;
  readonly #verify: (token: string) => unknown;

  constructor(secret: string, clock: Clock) {
    this.#clock = clock;
    this.#sign = createSigner<Claims>({ key: secret, algorithm: 'HS256' });
    // Expiry is checked below, against the node's own clock.
    this.#verify = createVerifier<string>({ key: secret, algorithms: ['HS256'], ignoreExpiration: true });
  }

  sign(claims: Claims): string {
    return this.#sign(claims);
  }

  /** Null for anything but a valid access token that has not expired. */
  readAccess(token: string): AccessClaims | null {
    return this.#read(token, accessClaimsSchema);
  }

  /** Null for anything but a valid refresh token that has not expired. */
  readRefresh(token: string): RefreshClaims | null {
    return this.#read(token, refreshClaimsSchema);
  }

  /** Null for anything but the value of an admin's cookie that has not expired. */
  readAdminSession(token: string): AdminSessionClaims | null {
    return this.#read(token, adminSessionClaimsSchema);
  }

  #read<Read extends { exp: number }>(token: string, schema: z.ZodType<Read>): Read | null {
    let payload: unknown;
    try {
      payload = this.#verify(token);
    } catch {
      return null;
    }
    const { success, data } = schema.safeParse(payload);
    return success && data.exp * 1000 > this.#clock.now() ? data : null;
  }
}
