import type { Actor } from '#shared/model/user.ts';
import { Tokens } from '../../auth/tokens.ts';
import { loadSigningSecret } from '../../config/signing-secret.ts';
import { systemClock } from '../../services.ts';
import type { SeededDesk } from './seed-desk.ts';

const lifetimeSeconds = 60 * 60;

/** Access tokens for as long as a run lasts: signing in costs a quarter of a second each, and is not what is measured. */
export function createAccessSigner({ dataDir }: SeededDesk): (actor: Actor) => string {
  const tokens = new Tokens(loadSigningSecret(dataDir), systemClock);
  return ({ id: user_id, username, role, department }) => {
    const iat = Math.floor(Date.now() / 1000);
    return tokens.sign({
      user_id,
      username,
      email: null,
      role,
      department,
      token_type: 'access',
      exp: iat + lifetimeSeconds,
      iat,
      sid: `bench-${user_id}`,
    });
  };
}
