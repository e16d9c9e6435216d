import type { DeskItem, ItemKind } from '#shared/model/item.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { ItemOutcome, ItemRefusal } from '../../items/item.service.ts';
import { success } from './answer.ts';
import { toV1Date } from './dates.ts';
import { itemParams, macroSchemas, viewSchemas, type ItemSchemas } from './items.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

const wordOf: Readonly<Record<ItemKind, string>> = { macro: 'Macro', view: 'View' };

const kindByRefusal = {
  not_found: 'not_found',
  forbidden: 'forbidden',
  exists: 'conflict',
  overtaken: 'conflict',
  no_department: 'invalid',
  too_many: 'invalid',
} as const satisfies Record<ItemRefusal, DeskError['kind']>;

function refusalText(refusal: ItemRefusal, kind: ItemKind, id: number): string {
  switch (refusal) {
    case 'not_found':
      return `${wordOf[kind]} with ID ${id} not found`;
    case 'forbidden':
      return 'Access denied. You may change what is yours, and share with your own team.';
    case 'exists':
      return `${wordOf[kind]} with this uid already exists`;
    case 'overtaken':
      return `${wordOf[kind]} was changed by somebody else in between`;
    case 'no_department':
      return 'Department is required for a team';
    case 'too_many':
      return 'You have as many macros and views as one may have';
  }
}

/** @throws DeskError when it was refused */
function itemOf(outcome: ItemOutcome, kind: ItemKind, id = 0): DeskItem {
  if (outcome.kind === 'done') return outcome.item;
  const { refusal } = outcome;
  throw new DeskError(kindByRefusal[refusal], refusalText(refusal, kind, id));
}

function present({ kind: _kind, updated_at, ...shown }: DeskItem) {
  return { ...shown, updated_at: toV1Date(updated_at) };
}

/** Everybody on the staff; customers are turned away. */
const forbidden = (): DeskError => new DeskError('forbidden', 'Access denied. This is for staff.');

const addReads =
  (kind: ItemKind, { listAnswer, itemAnswer }: ItemSchemas): V1Routes =>
  (app, { services: { items }, hooks: { signedIn: onRequest } }) => {
    app.get('', { onRequest, schema: { response: { 200: listAnswer } } }, async (request) => {
      const found = await items.list(accessOf(request).actor, kind);
      if (found === null) throw forbidden();
      return success({ [`${kind}s`]: found.map(present), total: found.length });
    });

    app.get(
      '/:item_id',
      { onRequest, schema: { params: itemParams, response: { 200: itemAnswer } } },
      async (request) => {
        const id = request.params.item_id;
        return success({
          [kind]: present(itemOf(await items.find(accessOf(request).actor, kind, id), kind, id)),
        });
      },
    );
  };

const addChanges =
  (kind: ItemKind, { createBody, updateBody, changeAnswer }: ItemSchemas): V1Routes =>
  (app, { services: { items }, hooks: { signedIn: onRequest } }) => {
    const changed = (what: string, item: DeskItem) =>
      success({ message: `${wordOf[kind]} ${what}`, [kind]: present(item) });

    app.post(
      '',
      { onRequest, schema: { body: createBody, response: { 201: changeAnswer } } },
      async (request, reply) => {
        const { uid, ...input } = request.body;
        const outcome = await items.create(accessOf(request).actor, kind, input, uid);
        return reply.code(201).send(changed('created', itemOf(outcome, kind)));
      },
    );

    app.patch(
      '/:item_id',
      { onRequest, schema: { params: itemParams, body: updateBody, response: { 200: changeAnswer } } },
      async (request) => {
        const id = request.params.item_id;
        const outcome = await items.update(accessOf(request).actor, kind, id, request.body);
        return changed('updated', itemOf(outcome, kind, id));
      },
    );

    app.delete(
      '/:item_id',
      { onRequest, schema: { params: itemParams, response: { 200: changeAnswer } } },
      async (request) => {
        const id = request.params.item_id;
        const outcome = await items.remove(accessOf(request).actor, kind, id);
        return changed('deleted', itemOf(outcome, kind, id));
      },
    );
  };

const routesOf =
  (kind: ItemKind, schemas: ItemSchemas): V1Routes =>
  (app, context) => {
    addReads(kind, schemas)(app, context);
    addChanges(kind, schemas)(app, context);
  };

/** What staff prepare for each other: our own. Consoles hold both and hear of each change. */
export const macroRoutes = routesOf('macro', macroSchemas);
export const viewRoutes = routesOf('view', viewSchemas);
