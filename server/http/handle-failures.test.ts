import { Writable } from 'node:stream';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';
import type { App } from './app.ts';
import { handleFailures } from './handle-failures.ts';

/** Routes that fail in each way, and what is logged about it. */
function createFailingApp(): { app: App; logged: { level: number; msg: string }[] } {
  const logged: { level: number; msg: string }[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(JSON.parse(chunk.toString()) as { level: number; msg: string });
      done();
    },
  });
  const app: App = Fastify({ logger: { level: 'warn', stream } }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handleFailures(app);
  app.get('/api/v1/gone', () => {
    throw Object.assign(new Error('aborted'), { code: 'ECONNRESET', statusCode: 400 });
  });
  const response = { 200: z.strictObject({ id: z.int() }) };
  app.get('/api/v1/broken', { schema: { response } }, () => {
    throw new Error('secret detail of the inside');
  });
  app.get('/api/v1/odd', { schema: { response } }, () => {
    throw Object.assign(new Error('not ours'), { statusCode: 418 });
  });
  app.get('/api/v1/misshapen', { schema: { response } }, () => ({ id: 1.5 }));
  app.get('/api/v1/busy', () => {
    throw new DeskError('unavailable', 'The desk cannot save changes right now', { retryAfterMs: 1_200 });
  });
  app.get('/api/console/conflict', () => {
    throw new DeskError('conflict', 'Somebody was faster', { data: { by: 7 } });
  });
  const body = z.strictObject({ name: z.string().min(3), tags: z.array(z.string()).optional() });
  app.put('/api/v1/things/:id', { schema: { body } }, () => ({}));
  return { app, logged };
}

test.each(['/api/v1/broken', '/api/v1/odd', '/api/v1/misshapen'])(
  'what nobody foresaw at %s is a 500 that tells nothing, and is logged once',
  async (url) => {
    const { app, logged } = createFailingApp();
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({ detail: 'Something went wrong' });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ level: 50 });
  },
);

test('whoever breaks off while they send is no fault of the node', async () => {
  const { app, logged } = createFailingApp();
  expect((await app.inject('/api/v1/gone')).statusCode).toBe(400);
  expect(logged).toEqual([]);
});

test('a passing failure says when to come back', async () => {
  const { app } = createFailingApp();
  const answer = await app.inject('/api/v1/busy');
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('2');
  expect(answer.json()).toEqual({ detail: 'The desk cannot save changes right now' });
});

test('the console gets the whole failure', async () => {
  const { app } = createFailingApp();
  const answer = await app.inject('/api/console/conflict');
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toEqual({
    error: { kind: 'conflict', message: 'Somebody was faster', data: { by: 7 } },
  });
});

test.each([
  ['a wrong field', '{"name":"ab"}', 'application/json', 400, /^name: /],
  ['a wrong field inside', '{"name":"abc","tags":["x",1]}', 'application/json', 400, /^tags\.1: /],
  ['no object', '[]', 'application/json', 400, /object/],
  ['broken JSON', '{"name"', 'application/json', 400, /./],
  ['an empty body', '', 'application/json', 400, /./],
  ['another type of content', 'name=abc', 'application/x-www-form-urlencoded', 400, /./],
  ['a body beyond the limit', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 'application/json', 413, /./],
])('%s is said in a string', async (_what, payload, type, status, text) => {
  const { app, logged } = createFailingApp();
  const headers = { 'content-type': type };
  const answer = await app.inject({ method: 'PUT', url: '/api/v1/things/5', headers, payload });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toEqual({ detail: expect.stringMatching(text) });
  expect(logged).toEqual([]);
});

test('tells a wrong method from a wrong path, slash included', async () => {
  const { app } = createFailingApp();
  const wrongMethod = await app.inject({ method: 'POST', url: '/api/v1/things/5?x=1' });
  expect(wrongMethod.statusCode).toBe(405);
  expect(wrongMethod.headers.allow).toBe('PUT');
  for (const url of ['/api/v1/things/5/', '/api/v1/things/', '/api/v1/things']) {
    expect((await app.inject({ method: 'POST', url })).statusCode).toBe(404);
  }
});
