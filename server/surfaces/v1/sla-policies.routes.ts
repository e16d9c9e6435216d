import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { SlaPolicy } from '../../sla/sla-policy.repo.ts';
import type { SlaPolicyOutcome } from '../../sla/sla-policy.service.ts';
import { success } from './answer.ts';
import { presentPolicy, presentPreview } from './present-sla.ts';
import {
  createPolicyBody,
  policiesAnswer,
  policyAnswer,
  policyChangeAnswer,
  policyParams,
  previewAnswer,
  previewBody,
  updatePolicyBody,
} from './sla.schemas.ts';
import { accessTexts } from './texts.ts';
import type { V1Routes } from './v1-routes.ts';

/** Promises of time with business hours and holidays: our own. */
export const slaPolicyRoutes: V1Routes = (app, context) => {
  addReads(app, context);
  addChanges(app, context);
};

const notFound = (id: number): DeskError => new DeskError('not_found', `SLA policy with ID ${id} not found`);

/** @throws DeskError when it was refused */
function policyOf(outcome: SlaPolicyOutcome, id: number): SlaPolicy {
  switch (outcome.kind) {
    case 'done':
      return outcome.policy;
    case 'forbidden':
      throw new DeskError('forbidden', accessTexts.adminsOnly);
    case 'not_found':
      throw notFound(id);
  }
}

const addReads: V1Routes = (app, { services: { slaPolicies }, hooks: { adminOnly: onRequest } }) => {
  app.get('', { onRequest, schema: { response: { 200: policiesAnswer } } }, async () => {
    const policies = (await slaPolicies.list()).map(presentPolicy);
    return success({ policies, total: policies.length });
  });

  app.get(
    '/:policy_id',
    { onRequest, schema: { params: policyParams, response: { 200: policyAnswer } } },
    async ({ params: { policy_id } }) => {
      const policy = await slaPolicies.find(policy_id);
      if (policy === null) throw notFound(policy_id);
      return success({ policy: presentPolicy(policy) });
    },
  );

  app.post(
    '/preview',
    { onRequest, schema: { body: previewBody, response: { 200: previewAnswer } } },
    ({ body: { rules, priority, created_at: createdAt } }) => {
      const preview = slaPolicies.preview(rules, { priority, createdAt });
      return success(presentPreview(preview, createdAt, rules.calendar));
    },
  );
};

const addChanges: V1Routes = (app, { services: { slaPolicies }, hooks: { adminOnly: onRequest } }) => {
  app.post(
    '',
    { onRequest, schema: { body: createPolicyBody, response: { 201: policyChangeAnswer } } },
    async (request, reply) => {
      const { name, position = 0, is_active: isActive = true, rules } = request.body;
      const input = { name, position, isActive, rules };
      const policy = policyOf(await slaPolicies.create(input, accessOf(request).actor), 0);
      return reply.code(201).send(success({ message: 'SLA policy created', policy: presentPolicy(policy) }));
    },
  );

  app.put(
    '/:policy_id',
    {
      onRequest,
      schema: { params: policyParams, body: updatePolicyBody, response: { 200: policyChangeAnswer } },
    },
    async (request) => {
      const { policy_id } = request.params;
      const { name, position, is_active: isActive, rules } = request.body;
      const input = { name, position, isActive, rules };
      const outcome = await slaPolicies.update(policy_id, input, accessOf(request).actor);
      return success({ message: 'SLA policy updated', policy: presentPolicy(policyOf(outcome, policy_id)) });
    },
  );

  app.delete(
    '/:policy_id',
    { onRequest, schema: { params: policyParams, response: { 200: policyChangeAnswer } } },
    async (request) => {
      const { policy_id } = request.params;
      const outcome = await slaPolicies.remove(policy_id, accessOf(request).actor);
      return success({ message: 'SLA policy deleted', policy: presentPolicy(policyOf(outcome, policy_id)) });
    },
  );
};
