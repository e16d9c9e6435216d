import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { ApiToken } from '../../auth/api-token.repo.ts';
import type { TokenOutcome } from '../../auth/api-token.service.ts';
import { success } from './answer.ts';
import {
  createTokenAnswer,
  createTokenBody,
  revokeTokenAnswer,
  tokenParams,
  tokensAnswer,
  tokensQuery,
} from './api-tokens.schemas.ts';
import { toV1Date, toV1DateOrNull } from './dates.ts';
import { forbiddenTexts } from './texts.ts';
import type { V1Routes } from './v1-routes.ts';

/** Keys for programs, which only people make and revoke: our own. */
export const apiTokenRoutes: V1Routes = (
  app,
  { services: { apiTokens }, hooks: { inPerson: onRequest } },
) => {
  app.get(
    '',
    { onRequest, schema: { querystring: tokensQuery, response: { 200: tokensAnswer } } },
    async (request) => {
      const ofAll = request.query.all ?? false;
      const tokens = valueOf(await apiTokens.list(accessOf(request).actor, { ofAll }), 0);
      return success({ tokens: tokens.map(presentToken), total: tokens.length });
    },
  );

  app.post(
    '',
    { onRequest, schema: { body: createTokenBody, response: { 201: createTokenAnswer } } },
    async (request, reply) => {
      const { name, scopes, expires_at: expiresAt = null } = request.body;
      const made = await apiTokens.create(accessOf(request).actor, { name, scopes, expiresAt });
      const { secret, token } = valueOf(made, 0);
      const message = 'API token created. It is shown this once.';
      return reply.code(201).send(success({ message, secret, token: presentToken(token) }));
    },
  );

  app.delete(
    '/:token_id',
    { onRequest, schema: { params: tokenParams, response: { 200: revokeTokenAnswer } } },
    async (request) => {
      const { token_id } = request.params;
      const token = valueOf(await apiTokens.revoke(accessOf(request).actor, token_id), token_id);
      return success({ message: 'API token revoked', token: presentToken(token) });
    },
  );
};

/** @throws DeskError when it was refused */
function valueOf<Value>(outcome: TokenOutcome<Value>, id: number): Value {
  switch (outcome.kind) {
    case 'done':
      return outcome.value;
    case 'forbidden':
      throw new DeskError('forbidden', forbiddenTexts.tokens);
    case 'admin_scope':
      throw new DeskError('forbidden', 'Only admins can create tokens with the scope admin');
    case 'expired':
      throw new DeskError('invalid', 'expires_at must be in the future');
    case 'too_many':
      throw new DeskError('invalid', 'Too many API tokens. Revoke those that are not in use.');
    case 'not_found':
      throw new DeskError('not_found', `API token with ID ${id} not found`);
  }
}

function presentToken(token: ApiToken) {
  const { id, name, hint, scopes, userId: user_id, username } = token;
  return {
    id,
    name,
    hint,
    scopes,
    user_id,
    username,
    created_at: toV1Date(token.createdAt),
    expires_at: toV1DateOrNull(token.expiresAt),
    last_used_at: toV1DateOrNull(token.lastUsedAt),
  };
}
