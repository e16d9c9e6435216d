import type { Readable } from 'node:stream';
import type { FastifyRequest, FastifySchema } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '#shared/model/user.ts';
import type { NodeCall } from '#shared/protocol/node-call.ts';
import { contentDisposition } from '../../../attachments/file-name.ts';
import { accessOf, type AccessHooks } from '../../../auth/access-hooks.ts';
import type { BackupService } from '../../../backup/backup.service.ts';
import type { App } from '../../../http/app.ts';
import type { Services } from '../../../services.ts';

export interface AdminContext {
  services: Services;
  backups: BackupService;
  hooks: AccessHooks;
}

/** Adds one group of the admin routes. */
export type AdminRoutes = (app: App, context: AdminContext) => void;

/** What an admin asked, parsed. */
export interface Asked<Params, Query, Body> {
  actor: Actor;
  params: Params;
  query: Query;
  body: Body;
}

/** Adds the route of a call; only admins get past it, and what is sent that the call does not know is refused. */
export function addCall<
  Answer extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>(
  app: App,
  { hooks }: AdminContext,
  call: NodeCall<Answer, Params, Query, Body>,
  answer: (
    asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<z.input<Answer>> | z.input<Answer>,
): void {
  // Typed loosely, because the framework cannot follow a schema that is a type parameter; it applies it all the same.
  const schema: FastifySchema = {
    params: call.params,
    querystring: call.query,
    ...(call.method === 'GET' ? {} : { body: call.body }),
    response: { 200: call.answer },
  };
  app.route({
    method: call.method,
    url: call.path,
    onRequest: hooks.adminOnly,
    schema,
    handler: async (request) => answer(askedOf(request)),
  });
}

/** What is answered as a file instead of as JSON. */
export interface AnsweredFile {
  name: string;
  type: string;
  body: Readable;
}

/** Adds the route of a call that answers a file. */
export function addFile<
  Answer extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>(
  app: App,
  { hooks }: AdminContext,
  call: NodeCall<Answer, Params, Query, Body>,
  answer: (asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<AnsweredFile>,
): void {
  const schema: FastifySchema = { params: call.params, querystring: call.query };
  app.route({
    method: call.method,
    url: call.path,
    onRequest: hooks.adminOnly,
    schema,
    handler: async (request, reply) => {
      const { name, type, body } = await answer(askedOf(request));
      return reply.header('content-disposition', contentDisposition(name)).type(type).send(body);
    },
  });
}

/** What was asked, as the schemas of the call left it. */
const askedOf = <Params, Query, Body>(request: FastifyRequest): Asked<Params, Query, Body> => ({
  actor: accessOf(request).actor,
  params: request.params as Params,
  query: request.query as Query,
  body: request.body as Body,
});

/** A page of rows, newest first, and where the next one begins. */
export function pageOf<Row extends { id: number }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): { items: Item[]; next: number | null } {
  return {
    items: rows.map(present),
    next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
}
