import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { Services } from '../../services.ts';
import type { UserRecord } from '../../users/user.repo.ts';
import { idOf, slashOnly, type IncidentRoutes } from './incident-routes.ts';
import { presentUser } from './present-user.ts';
import { userOrThrow } from './refusals.ts';
import {
  incidentPasswordRules,
  incidentRoles,
  rolesShownAs,
  writtenRole,
  type IncidentRole,
} from './rules.ts';
import { passwordsDiffer, userNotFound } from './texts.ts';
import { idParams } from './tickets.schemas.ts';
import {
  byRoleQuery,
  createUserBody,
  messageAnswer,
  updateUserBody,
  userAnswer,
  usersAnswer,
} from './users.schemas.ts';

/** "Admin APIs", users. */
export const userRoutes: IncidentRoutes = (app, context) => {
  addReads(app, context);
  addCreation(app, context);
  addUpdate(app, context);
  addRemovals(app, context);
};

/** The document knows no pages. */
const everybody = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };

export async function listByRoles(
  { users }: Pick<Services, 'users'>,
  words: readonly IncidentRole[],
): Promise<UserRecord[]> {
  return (await users.list({ roles: words.flatMap(rolesShownAs) }, everybody)).users;
}

const addReads: IncidentRoutes = (app, { services, hooks: { adminOnly: onRequest } }) => {
  app.get('/', { ...slashOnly, onRequest, schema: { response: { 200: usersAnswer } } }, async () =>
    (await listByRoles(services, incidentRoles)).map(presentUser),
  );

  app.get(
    '/by_role/',
    { onRequest, schema: { querystring: byRoleQuery, response: { 200: usersAnswer } } },
    async ({ query: { role } }) => (await listByRoles(services, [role])).map(presentUser),
  );

  app.get(
    '/:id/',
    { onRequest, schema: { params: idParams, response: { 200: userAnswer } } },
    async ({ params }) => {
      const user = await services.users.find(idOf(params.id, userNotFound));
      if (user === null) throw new DeskError('not_found', userNotFound);
      return presentUser(user);
    },
  );
};

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

const addCreation: IncidentRoutes = (app, { services: { userAdmin }, hooks: { adminOnly: onRequest } }) => {
  app.post(
    '/',
    { ...slashOnly, onRequest, schema: { body: createUserBody, response: { 201: userAnswer } } },
    async (request, reply) => {
      const { username, password, password_confirm, email, role, ...body } = request.body;
      if (password !== password_confirm) throw new DeskError('invalid', passwordsDiffer);
      const input = {
        username,
        password,
        email,
        firstName: body.first_name,
        lastName: body.last_name ?? '',
        role: writtenRole[role],
        phoneNumber: orNull(body.phone_number),
        whatsappNumber: orNull(body.whatsapp_number),
        departmentLabel: orNull(body.department),
      };
      const { actor } = accessOf(request);
      const user = userOrThrow(await userAdmin.create(actor, input, incidentPasswordRules));
      return reply.code(201).send(presentUser(user));
    },
  );
};

/** Here a password needs no confirmation (contract, A22). */
const addUpdate: IncidentRoutes = (app, { services: { userAdmin }, hooks: { adminOnly: onRequest } }) => {
  app.patch(
    '/:id/',
    { onRequest, schema: { params: idParams, body: updateUserBody, response: { 200: userAnswer } } },
    async (request) => {
      const { username, email, password, role, ...body } = request.body;
      const emptied = (text: string | undefined) => (text === undefined ? undefined : orNull(text));
      const changes = {
        username,
        email,
        password,
        firstName: body.first_name,
        lastName: body.last_name,
        role: role === undefined ? undefined : writtenRole[role],
        phoneNumber: emptied(body.phone_number),
        whatsappNumber: emptied(body.whatsapp_number),
        departmentLabel: emptied(body.department),
      };
      const id = idOf(request.params.id, userNotFound);
      const { actor } = accessOf(request);
      return presentUser(userOrThrow(await userAdmin.update(actor, id, changes, incidentPasswordRules)));
    },
  );
};

const addRemovals: IncidentRoutes = (app, { services: { userAdmin }, hooks: { adminOnly: onRequest } }) => {
  const schema = { params: idParams, response: { 200: messageAnswer } };

  app.post('/:id/activate/', { onRequest, schema }, async (request) => {
    const id = idOf(request.params.id, userNotFound);
    const { username } = userOrThrow(await userAdmin.activate(accessOf(request).actor, id));
    return { message: `User ${username} activated successfully` };
  });

  app.post('/:id/deactivate/', { onRequest, schema }, async (request) => {
    const id = idOf(request.params.id, userNotFound);
    const { username } = userOrThrow(await userAdmin.deactivate(accessOf(request).actor, id));
    return { message: `User ${username} deactivated successfully` };
  });

  app.delete('/:id/', { onRequest, schema: { params: idParams } }, async (request, reply) => {
    const id = idOf(request.params.id, userNotFound);
    userOrThrow(await userAdmin.remove(accessOf(request).actor, id), 'You cannot delete yourself');
    return reply.code(204).send();
  });
};
