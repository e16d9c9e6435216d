import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askers, type Expectation } from '../testing/access/askers.ts';
import { matrix } from '../testing/access/matrix.ts';
import {
  badBodies,
  badIds,
  badTypes,
  oddQueries,
  oddValues,
  wrongValues,
} from '../testing/access/odd-input.ts';
import { createRouteDesk, type RouteDesk } from '../testing/access/route-desk.ts';
import type { AskOptions, Method, TestAnswer } from '../testing/test-asker.ts';
import { uploadBodyBytes } from '../http/upload.ts';

let desk: RouteDesk;

beforeAll(async () => {
  desk = await createRouteDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const text = expect.any(String) as string;

/** The forms of errors in the document that the path belongs to (contract, B2 to B5). */
function isDocumented(path: string, body: unknown): boolean {
  const has = (form: object): boolean => isEqual(body, form);
  if (path.startsWith('/api/console/')) {
    return has({ error: expect.objectContaining({ kind: text, message: text }) as object });
  }
  if (/^\/api\/(support|agent|admin\/(support|approve-agent))\//.test(path)) {
    return has({ error: text }) || isByField(body);
  }
  if (path.startsWith('/api/admin/tickets')) {
    return has({
      success: false,
      error: expect.objectContaining({ code: text, userMessage: text }) as object,
    });
  }
  return path.endsWith('/') ? has({ error: text }) || has({ detail: text }) : has({ detail: text });
}

function isEqual(actual: unknown, form: object): boolean {
  try {
    expect(actual).toEqual(form);
    return true;
  } catch {
    return false;
  }
}

/** customer-support alone names the fields that are wrong. */
function isByField(body: unknown): boolean {
  const said: unknown[] = Object.values(body as object);
  return said.length > 0 && said.every((each) => Array.isArray(each) && typeof each[0] === 'string');
}

function expectEnvelope(path: string, { status, body, text: raw }: TestAnswer): void {
  expect(status, `${path}: ${raw.slice(0, 300)}`).toBeLessThan(500);
  const [bare = path] = path.split('?', 1);
  expect(isDocumented(bare, body), `${path}: ${raw.slice(0, 300)}`).toBe(true);
}

/** Somebody who gets past the decision about access. */
function askerOf({ statuses }: Expectation): string | undefined {
  const index = statuses.findLastIndex((status) => status !== 401 && status !== 403);
  const isPublic = statuses[0] !== 401;
  return isPublic || index === -1 ? undefined : askers[index];
}

interface Target {
  expectation: Expectation;
  /** Filled in anew after each request that was accepted. */
  path: string | null;
}

/** Asks, and asserts that a refusal has the documented form and changed nothing. @returns the status */
async function tryOut(target: Target, options: AskOptions, change = (path: string) => path): Promise<number> {
  const { expectation } = target;
  const [method, template = ''] = expectation.route.split(' ');
  target.path ??= (await desk.fillPath(template, expectation.at)) + (expectation.query ?? '');
  const path = change(target.path);
  const as = askerOf(expectation);
  const before = await desk.digest();
  const answer = await desk.ask(method as Method, path, { ...(as === undefined ? {} : { as }), ...options });
  if (answer.status < 400) {
    target.path = null;
    return answer.status;
  }
  expectEnvelope(path, answer);
  expect(await desk.digest(), `${path} ${JSON.stringify(options.body)?.slice(0, 100)}`).toBe(before);
  return answer.status;
}

const isBelow500 = (status: number): boolean => status >= 400 && status < 500;
const served = matrix.filter(({ route }) => route.includes(' /api/'));
const json = { 'content-type': 'application/json' };

describe('ids', () => {
  test.each(served.filter(({ route }) => route.includes(':')))('$route', async (expectation) => {
    const target: Target = { expectation, path: null };
    const body = expectation.body === undefined ? {} : { body: desk.fillBody(expectation.body) };
    const template = expectation.route.split(' ')[1] ?? '';
    for (const id of badIds) {
      const status = await tryOut(target, body, () =>
        template.replace(/:\w+/, id).replace(':attachment_id', '1'),
      );
      expect([id, isBelow500(status)]).toEqual([id, true]);
    }
  });
});

const withBody = served.filter(({ body }) => body !== undefined);

describe('bodies', () => {
  test.each(withBody)('$route', async (expectation) => {
    const target: Target = { expectation, path: null };
    const valid = desk.fillBody(expectation.body ?? {});
    for (const body of badBodies) {
      expect([body, isBelow500(await tryOut(target, { body, headers: json }))]).toEqual([body, true]);
    }
    for (const type of badTypes) {
      const options = { body: JSON.stringify(valid), headers: { 'content-type': type } };
      expect([type, isBelow500(await tryOut(target, options))]).toEqual([type, true]);
    }
    const limitBytes = /(add_attachment\/|attachments)$/.test(expectation.route)
      ? uploadBodyBytes
      : 1024 * 1024;
    const huge = { ...valid, more: 'x'.repeat(limitBytes) };
    expect(isBelow500(await tryOut(target, { body: huge }))).toBe(true);
  });
});

interface Operation {
  requestBody?: { content: Record<string, { schema?: { properties?: Record<string, { type?: string }> } }> };
}

/** The fields that the node's own description has for the route, and whether each is a form of its own. */
function fieldsOf({ route, body = {} }: Expectation): Map<string, { isObject: boolean }> {
  const [method = '', template = ''] = route.split(' ');
  const paths = desk.node.app.swagger().paths as Record<string, Record<string, Operation>>;
  const operation = paths[template.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const described = operation?.requestBody?.content['application/json']?.schema?.properties ?? {};
  const fields = new Map(Object.keys(body).map((field) => [field, { isObject: false }]));
  for (const [field, schema] of Object.entries(described)) {
    fields.set(field, { isObject: JSON.stringify(schema).includes('"properties"') });
  }
  return fields;
}

describe('fields', () => {
  test.each(withBody)('$route', async (expectation) => {
    const target: Target = { expectation, path: null };
    for (const [field, { isObject }] of fieldsOf(expectation)) {
      const bodyWith = (value: unknown): object => ({
        ...desk.fillBody(expectation.body ?? {}),
        [field]: value,
      });
      for (const value of isObject ? [] : wrongValues) {
        const status = await tryOut(target, { body: bodyWith(value) });
        expect([field, value, isBelow500(status)]).toEqual([field, value, true]);
      }
      // No fault, and no change without an acceptance.
      for (const value of oddValues) await tryOut(target, { body: bodyWith(value) });
    }
  });

  test('are known beyond those of the example bodies', () => {
    const sizes = new Map(withBody.map((each) => [each.route, fieldsOf(each).size]));
    // It takes a file's bytes, which have no fields.
    sizes.delete('PUT /api/console/files/:uid');
    expect([...sizes].filter(([, size]) => size === 0)).toEqual([]);
    // The bodies alone have less than 70.
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeGreaterThan(100);
  });
});

describe('queries', () => {
  test.each(served.filter(({ route }) => route.startsWith('GET ')))('$route', async (expectation) => {
    const target: Target = { expectation, path: null };
    for (const query of oddQueries) {
      await tryOut(target, {}, (path) => `${path}${path.includes('?') ? '&' : '?'}${query}`);
    }
  });
});
