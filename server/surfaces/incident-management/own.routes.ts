import { isAdmin } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { toUtcDate } from '../../http/utc-date.ts';
import { idOf, type IncidentRoutes } from './incident-routes.ts';
import { presentProfile } from './present-user.ts';
import { userOrThrow } from './refusals.ts';
import { incidentPasswordRules, incidentRoles } from './rules.ts';
import { bothPasswords, failedNotificationNotFound, passwordsDiffer } from './texts.ts';
import { notificationsAnswer } from './ticket-answers.schemas.ts';
import { idParams, listQuery } from './tickets.schemas.ts';
import { messageAnswer, profileAnswer, profilesAnswer, updateProfileBody } from './users.schemas.ts';
import { listByRoles } from './users.routes.ts';

/** "Common APIs": what everybody reads and changes of their own. */
export const ownRoutes: IncidentRoutes = (app, context) => {
  addProfiles(app, context);
  addNotifications(app, context);
};

const addProfiles: IncidentRoutes = (app, { services, hooks: { signedIn: onRequest } }) => {
  const { users, userAdmin } = services;

  app.get('/profiles/', { onRequest, schema: { response: { 200: profilesAnswer } } }, async (request) => {
    const { actor } = accessOf(request);
    if (isAdmin(actor)) return (await listByRoles(services, incidentRoles)).map(presentProfile);
    const own = await users.find(actor.id);
    return own === null ? [] : [presentProfile(own)];
  });

  app.patch(
    '/profile/update/',
    { onRequest, schema: { body: updateProfileBody, response: { 200: profileAnswer } } },
    async (request) => {
      const { first_name: firstName, last_name: lastName, password, password_confirm } = request.body;
      if ((password === undefined) !== (password_confirm === undefined))
        throw new DeskError('invalid', bothPasswords);
      if (password !== password_confirm) throw new DeskError('invalid', passwordsDiffer);
      const changes = { firstName, lastName, password };
      const outcome = await userAdmin.updateOwn(accessOf(request), changes, incidentPasswordRules);
      const { first_name, last_name } = userOrThrow(outcome);
      return { first_name, last_name };
    },
  );
};

/** The log; and queueing again what was given up, which is our own. */
const addNotifications: IncidentRoutes = (app, { services, hooks }) => {
  const { notifications, deliveryLog } = services;

  app.get(
    '/notifications/',
    { onRequest: hooks.signedIn, schema: { querystring: listQuery, response: { 200: notificationsAnswer } } },
    async (request) => {
      const logged = await notifications.list(accessOf(request).actor, request.query);
      return logged.map(({ ticket_id, ticket_subject, created_at, channel, ...entry }) => ({
        ...entry,
        ticket: ticket_id,
        ticket_title: ticket_subject ?? '',
        channel: channel === 'EMAIL' ? ('EMAIL' as const) : ('WHATSAPP' as const),
        created_at: toUtcDate(created_at),
      }));
    },
  );

  app.post(
    '/notifications/:id/replay/',
    { onRequest: hooks.adminOnly, schema: { params: idParams, response: { 200: messageAnswer } } },
    async (request) => {
      const id = idOf(request.params.id, failedNotificationNotFound);
      const queued = await deliveryLog.replay(accessOf(request).actor, id);
      if (queued === null) throw new DeskError('not_found', failedNotificationNotFound);
      return { message: 'Notification queued again' };
    },
  );
};
