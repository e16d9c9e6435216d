import { setAdminSession } from '../../auth/admin-session.ts';
import { keepNothing } from '../../http/keep-nothing.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { loginAnswer, loginBody, refreshAnswer, refreshBody } from './auth.schemas.ts';
import type { IncidentRoutes } from './incident-routes.ts';
import { presentIdentity } from './present-user.ts';
import { incidentSession } from './rules.ts';
import { wrongCredentials, wrongRefreshToken } from './texts.ts';

/** "Authentication APIs". */
export const authRoutes: IncidentRoutes = (app, { services: { auth, users }, loginThrottle }) => {
  // Tokens and passwords are nobody else's to keep.
  keepNothing(app);

  app.post(
    '/login/',
    { schema: { body: loginBody, response: { 200: loginAnswer } } },
    async (request, reply) => {
      const { username, password } = request.body;
      const grant = await loginThrottle.guard(request, username, () =>
        auth.signIn(username, password, incidentSession),
      );
      const user = grant === null ? null : await users.find(grant.user.id);
      if (grant === null || user === null) throw new DeskError('signed_out', wrongCredentials);
      setAdminSession(request, reply, grant);
      return { access: grant.accessToken, refresh: grant.refreshToken, user: presentIdentity(user) };
    },
  );

  app.post(
    '/refresh/',
    { schema: { body: refreshBody, response: { 200: refreshAnswer } } },
    async (request) => {
      const grant = await auth.refresh(request.body.refresh, incidentSession);
      if (grant === null) throw new DeskError('signed_out', wrongRefreshToken);
      return { access: grant.accessToken };
    },
  );
};
