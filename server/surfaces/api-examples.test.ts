import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examplesBySurface, ownExamples, type Json } from '../http/documented-examples.ts';
import { routeSummaries } from '../http/route-summaries.ts';
import { askers, type Expectation } from '../testing/access/askers.ts';
import { matrix } from '../testing/access/matrix.ts';
import { createRouteDesk, type RouteDesk } from '../testing/access/route-desk.ts';
import { findDifferences } from '../testing/contract/compare.ts';
import type { Method } from '../testing/test-asker.ts';

/** Set, the examples are written anew from what the node answers. */
const isRecording = process.env['UPDATE_EXAMPLES'] === '1';
const file = new URL('../http/examples/own.json', import.meta.url);

interface Operation {
  summary?: string;
  security: unknown[];
  requestBody?: { content: Record<string, { example?: unknown; examples?: unknown; schema?: object }> };
  responses: Record<
    string,
    { content?: Record<string, { example?: unknown; examples?: object; schema?: object }> }
  >;
}

let desk: RouteDesk;
/** Those that cannot be had here stay as they were written by hand. */
const recorded: Record<string, { request?: Json; answer?: Json }> = { ...ownExamples };

beforeAll(async () => {
  desk = await createRouteDesk();
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  if (isRecording) writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
});

/** As many as a week has days. */
const maxItems = 7;

/** Long lists by their first items. */
function shorten(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, maxItems).map((each) => shorten(each as Json));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shorten(each)]));
}

/** What is there or not by who came before. */
const nullable = ['last_used_at', 'expires_at', 'updated_at', 'next_before'];
/** Minutes of a clock that runs over midnight, or has run for a while. */
const fractions = ['minutes', 'elapsed_minutes', 'remaining_minutes'];

const keyOf = (route: string): string => route.replaceAll(/:(\w+)/g, '{$1}');

const documented = new Set(
  Object.values(examplesBySurface)
    .flat()
    .filter(({ answer }) => answer !== undefined)
    .map(({ method, path }) => `${method} ${path}`),
);

function operations(): [key: string, operation: Operation][] {
  const paths = desk.node.app.swagger().paths as Record<string, Record<string, Operation>>;
  return Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
}

const hasExample = (media: { example?: unknown; examples?: unknown; schema?: object } | undefined): boolean =>
  media !== undefined &&
  (media.example !== undefined || media.examples !== undefined || 'examples' in (media.schema ?? {}));

test('every route says what it does, what it takes, what it answers and how it fails', () => {
  const silent = operations().flatMap(([key, { summary, requestBody, responses, security }]) => {
    const body = requestBody === undefined || Object.values(requestBody.content).every(hasExample);
    const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    const answers = successes.every(
      ([, { content }]) => content === undefined || Object.values(content).every(hasExample),
    );
    const failures = security.length === 0 || Object.keys(responses).some((status) => status.startsWith('4'));
    const isAnswered = Object.keys(responses).some((status) => /^[12]/.test(status));
    const said = { summary: summary !== undefined, body, isAnswered, answers, failures };
    return Object.values(said).every(Boolean) ? [] : [[key, said]];
  });
  expect(silent).toEqual([]);
});

test('no heading is for a route that is not there, and no documented route is left out', () => {
  const known = new Set(operations().map(([key]) => key));
  const endpoints = Object.values(examplesBySurface).flat();
  expect(endpoints.map(({ method, path }) => `${method} ${path}`).filter((key) => !known.has(key))).toEqual(
    [],
  );
  expect(Object.keys(routeSummaries).filter((key) => !known.has(key))).toEqual([]);
});

/** Somebody who is answered, rather an admin than not. */
function askerOf({ statuses }: Expectation): string | undefined {
  const index = statuses.findLastIndex((status) => status < 300);
  return statuses[0] < 300 || index === -1 ? undefined : askers[index];
}

const own = matrix.filter(
  ({ route, statuses }) =>
    !documented.has(keyOf(route)) &&
    !route.includes('/api/console/') &&
    (route.includes(' /api/') || route.endsWith('/healthz')) &&
    statuses.some((status) => status < 300),
);

test.each(own)('$route answers like its example', async (expectation) => {
  const [method = '', template = ''] = expectation.route.split(' ');
  const path = (await desk.fillPath(template, expectation.at)) + (expectation.query ?? '');
  const as = askerOf(expectation);
  const body = expectation.body === undefined ? {} : { body: desk.fillBody(expectation.body) };
  const answer = await desk.ask(method as Method, path, { ...(as === undefined ? {} : { as }), ...body });
  if (answer.body === undefined) return;
  const key = keyOf(expectation.route);
  const text = answer.text.replaceAll(/(wpt|whsec)_[\w-]{43}/g, '$1_shown-this-once');
  if (isRecording) {
    const request =
      expectation.body === undefined ? {} : { request: desk.fillBody(expectation.body) as Json };
    recorded[key] = { ...request, answer: shorten(JSON.parse(text) as Json) };
    return;
  }
  const example = ownExamples[key]?.answer ?? null;
  expect(findDifferences(answer.body as Json, example, { isPartial: true, nullable, fractions })).toEqual([]);
});
