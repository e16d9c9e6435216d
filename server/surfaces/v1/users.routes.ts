import { accessOf } from '../../auth/access-hooks.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { UserOutcome } from '../../users/user-refusal.ts';
import { success } from './answer.ts';
import {
  presentCreatedUser,
  presentListedUser,
  presentUpdatedUser,
  presentUserDetail,
} from './present-user.ts';
import { userRefused } from './refusals.ts';
import { v1PasswordRules } from './rules.ts';
import {
  createUserAnswer,
  createUserBody,
  listUsersAnswer,
  listUsersQuery,
  updateUserAnswer,
  updateUserBody,
  userAnswer,
  userMessageAnswer,
  userParams,
} from './users.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

/** Roles that this document knows; customers are not among its users. */
const listedRoles = ['super_admin', 'admin', 'agent'] as const;

function valueOf<Value>(outcome: UserOutcome<Value>): Value {
  if (outcome.kind === 'refused') throw userRefused(outcome.refusal);
  return outcome.value;
}

/** "Admin User Management APIs", users. */
export const userRoutes: V1Routes = (app, context) => {
  addCreation(app, context);
  addReads(app, context);
  addUpdate(app, context);
  addActivation(app, context);
};

const addCreation: V1Routes = (app, { services: { users }, hooks: { adminOnly: onRequest } }) => {
  app.post(
    '',
    { onRequest, schema: { body: createUserBody, response: { 201: createUserAnswer } } },
    async (request, reply) => {
      const {
        username,
        email,
        password,
        full_name: fullName,
        role,
        department,
        agent_capacity,
      } = request.body;
      const input = {
        username,
        email,
        password,
        fullName,
        role,
        department: department ?? null,
        agentCapacity: agent_capacity,
      };
      const user = valueOf(await users.createStaff(accessOf(request).actor, input, v1PasswordRules));
      const message = `${role === 'agent' ? 'Agent' : 'Admin'} created successfully`;
      return reply.code(201).send(success({ message, user: presentCreatedUser(user) }));
    },
  );
};

const addReads: V1Routes = (app, { services: { users }, hooks: { adminOnly: onRequest } }) => {
  app.get(
    '',
    { onRequest, schema: { querystring: listUsersQuery, response: { 200: listUsersAnswer } } },
    async ({ query: { role, department, is_active: isActive, limit, offset } }) => {
      const filter = { roles: role === undefined ? listedRoles : [role], department, isActive };
      const { users: found, total } = await users.list(filter, { limit, offset });
      return success({ users: found.map(presentListedUser), total, limit, offset });
    },
  );

  app.get(
    '/:user_id',
    { onRequest, schema: { params: userParams, response: { 200: userAnswer } } },
    async ({ params: { user_id: id } }) => {
      const user = await users.find(id);
      if (user === null || user.role === 'customer') {
        throw new DeskError('not_found', `User with ID ${id} not found`);
      }
      return success({ user: presentUserDetail(user) });
    },
  );
};

const addUpdate: V1Routes = (app, { services: { users }, hooks: { adminOnly: onRequest } }) => {
  app.put(
    '/:user_id',
    {
      onRequest,
      schema: { params: userParams, body: updateUserBody, response: { 200: updateUserAnswer } },
    },
    async (request) => {
      const { email, full_name, department, agent_capacity, is_available } = request.body;
      const changes = {
        email,
        fullName: full_name,
        department,
        agentCapacity: agent_capacity,
        isAvailable: is_available,
      };
      const user = valueOf(await users.update(accessOf(request).actor, request.params.user_id, changes));
      return success({ message: 'User updated successfully', user: presentUpdatedUser(user) });
    },
  );
};

const addActivation: V1Routes = (app, { services: { users }, hooks: { adminOnly: onRequest } }) => {
  app.delete(
    '/:user_id',
    { onRequest, schema: { params: userParams, response: { 200: userMessageAnswer } } },
    async (request) => {
      const user = valueOf(await users.deactivate(accessOf(request).actor, request.params.user_id));
      return success({ message: `User '${user.username}' deactivated successfully` });
    },
  );

  app.patch(
    '/:user_id/activate',
    { onRequest, schema: { params: userParams, response: { 200: userMessageAnswer } } },
    async (request) => {
      const user = valueOf(await users.activate(accessOf(request).actor, request.params.user_id));
      return success({ message: `User '${user.username}' activated successfully` });
    },
  );
};
