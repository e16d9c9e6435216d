import type { Clock } from '#shared/model/clock.ts';
import { isAdmin, type Role } from '#shared/model/user.ts';
import type { Account } from './account.repo.ts';
import type { Session } from './session.repo.ts';
import type { Tokens } from './tokens.ts';

/** How a surface signs people in: who may, and how long its tokens last. */
export interface SessionPolicy {
  surface: string;
  roles: readonly Role[];
  accessSeconds: number;
  refreshSeconds: number;
  /** Where refreshing answers an access token alone, the refresh token stays good until it ends. */
  keepsRefreshToken?: true;
}

export interface Grant {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
  /** For the cookie by which admins are known to the admin-tickets surface; null for everybody else. */
  adminSession: { token: string; maxAgeSeconds: number } | null;
  user: Account;
}

/** The pair of tokens that the session's present generation stands for. */
export function issueGrant(
  { tokens, clock }: { tokens: Tokens; clock: Clock },
  account: Account,
  session: Session,
  policy: SessionPolicy,
): Grant {
  const { id: user_id, username, email, role, department } = account;
  const iat = Math.floor(clock.now() / 1000);
  const accessToken = tokens.sign({
    user_id,
    username,
    email,
    role,
    department,
    token_type: 'access',
    exp: iat + policy.accessSeconds,
    iat,
    sid: session.id,
  });
  // The same for each repeat of one generation: it was issued when the session moved there.
  const rotatedAt = Math.floor(session.rotated_at / 1000);
  const refreshToken = tokens.sign({
    user_id,
    username,
    token_type: 'refresh',
    exp: rotatedAt + policy.refreshSeconds,
    iat: rotatedAt,
    sid: session.id,
    gen: session.generation,
  });
  const adminSession = isAdmin(account) ? issueAdminSession(tokens, session, policy, iat) : null;
  return { accessToken, refreshToken, expiresInSeconds: policy.accessSeconds, adminSession, user: account };
}

function issueAdminSession(
  tokens: Tokens,
  { id: sid, user_id }: Session,
  { refreshSeconds: maxAgeSeconds }: SessionPolicy,
  iat: number,
): NonNullable<Grant['adminSession']> {
  const token = tokens.sign({ user_id, token_type: 'admin_session', exp: iat + maxAgeSeconds, iat, sid });
  return { token, maxAgeSeconds };
}
