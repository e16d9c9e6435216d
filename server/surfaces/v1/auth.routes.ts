import { accessOf } from '../../auth/access-hooks.ts';
import { forgetAdminSession, setAdminSession } from '../../auth/admin-session.ts';
import type { Grant } from '../../auth/grant.ts';
import { keepNothing } from '../../http/keep-nothing.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import {
  changePasswordBody,
  loginAnswer,
  loginBody,
  meAnswer,
  messageAnswer,
  refreshAnswer,
  refreshBody,
} from './auth.schemas.ts';
import { presentIdentity, presentMe } from './present-user.ts';
import { v1PasswordRules, v1Session } from './rules.ts';
import { accessTexts, wrongCredentials, wrongOldPassword, wrongRefreshToken } from './texts.ts';
import type { V1Routes } from './v1-routes.ts';

const presentTokens = ({ accessToken, refreshToken, expiresInSeconds }: Grant) => ({
  access_token: accessToken,
  refresh_token: refreshToken,
  token_type: 'Bearer' as const,
  expires_in: expiresInSeconds,
});

/** "Authentication APIs": here `message` stands beside `data`. */
export const authRoutes: V1Routes = (app, context) => {
  // Tokens and passwords are nobody else's to keep.
  keepNothing(app);
  addTokens(app, context);
  addOwnAccount(app, context);
};

const addTokens: V1Routes = (app, { services: { auth }, loginThrottle }) => {
  app.post(
    '/login',
    { schema: { body: loginBody, response: { 200: loginAnswer } } },
    async (request, reply) => {
      const { username, password } = request.body;
      const grant = await loginThrottle.guard(request, username, () =>
        auth.signIn(username, password, v1Session),
      );
      if (grant === null) throw new DeskError('signed_out', wrongCredentials);
      setAdminSession(request, reply, grant);
      const data = { ...presentTokens(grant), user: presentIdentity(grant.user) };
      return { success: true as const, message: 'Login successful', data };
    },
  );

  app.post(
    '/refresh',
    { schema: { body: refreshBody, response: { 200: refreshAnswer } } },
    async (request) => {
      const grant = await auth.refresh(request.body.refresh_token, v1Session);
      if (grant === null) throw new DeskError('signed_out', wrongRefreshToken);
      return { success: true as const, message: 'Token refreshed successfully', data: presentTokens(grant) };
    },
  );
};

const addOwnAccount: V1Routes = (
  app,
  { services: { auth, users }, hooks: { signedIn, inPerson }, loginThrottle },
) => {
  app.get('/me', { onRequest: signedIn, schema: { response: { 200: meAnswer } } }, async (request) => {
    const user = await users.find(accessOf(request).actor.id);
    if (user === null) throw new DeskError('signed_out', accessTexts.signedOut);
    return presentMe(user);
  });

  app.post(
    '/change-password',
    { onRequest: inPerson, schema: { body: changePasswordBody, response: { 200: messageAnswer } } },
    async (request) => {
      const access = accessOf(request);
      const { old_password: oldPassword, new_password: newPassword } = request.body;
      const result = await loginThrottle.guard(request, access.actor.username, async () => {
        const change = await auth.changePassword(access, { oldPassword, newPassword }, v1PasswordRules);
        return change.kind === 'wrong_password' ? null : change;
      });
      if (result === null) throw new DeskError('invalid', wrongOldPassword);
      if (result.kind === 'weak') throw new DeskError('invalid', result.text);
      return { success: true as const, message: 'Password changed successfully' };
    },
  );

  app.post(
    '/logout',
    { onRequest: inPerson, schema: { response: { 200: messageAnswer } } },
    async (request, reply) => {
      await auth.signOut(accessOf(request).sessionId);
      forgetAdminSession(request, reply);
      return { success: true as const, message: 'Logged out successfully' };
    },
  );
};
