import type { ErrorKind } from '#shared/protocol/errors.ts';
import {
  examplesBySurface,
  ownExamples,
  type EndpointExample,
  type ErrorExample,
} from './documented-examples.ts';
import { wrapFailure } from './envelopes.ts';
import { statusByKind } from './failure.ts';
import { plainAnswerOf } from './plain-answers.ts';
import { routeSummaries } from './route-summaries.ts';

/** A route's schema as JSON schemas, on its way into the description. */
export interface RouteSchema {
  summary?: string;
  description?: string;
  params?: unknown;
  querystring?: unknown;
  body?: unknown;
  response?: Record<string, unknown>;
  [other: string]: unknown;
}

export interface DescribedRoute {
  method: string;
  /** As the router has it: "/api/v1/tickets/:ticket_id". */
  url: string;
  isPublic: boolean;
  schema: RouteSchema;
}

interface Shown {
  value: unknown;
  summary?: string;
}

const exampleByRoute = new Map<string, EndpointExample>(
  Object.values(examplesBySurface)
    .flat()
    .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]),
);

const isSchema = (schema: unknown): schema is Record<string, unknown> =>
  typeof schema === 'object' && schema !== null;

/** Shows the value beside the schema, unless that has examples of its own. */
function withExamples(schema: unknown, examples: Readonly<Record<string, Shown>>): unknown {
  const hasOwn = isSchema(schema) && ('x-examples' in schema || 'examples' in schema);
  return !isSchema(schema) || hasOwn ? schema : { ...schema, 'x-examples': examples };
}

/** What any route of the surface may answer, as far as this one's requests can be wrong. */
function commonErrors({ url, isPublic, schema }: DescribedRoute): ErrorExample[] {
  const said: [ErrorKind, string, boolean][] = [
    [
      'invalid',
      'What is wrong with the request',
      'body' in schema || 'querystring' in schema || 'params' in schema,
    ],
    ['signed_out', 'Who asks is not known', !isPublic],
    ['forbidden', 'Who asks may not', !isPublic],
    ['not_found', 'What is asked for is not there', url.includes(':')],
    ['rate_limited', 'Too many requests. Please try again later.', true],
  ];
  return said
    .filter(([, , isPossible]) => isPossible)
    .map(([kind, message]) => ({
      status: statusByKind[kind],
      when: message,
      body: wrapFailure(url, { kind, message }) as ErrorExample['body'],
    }));
}

/** One response for each status, with an example for each way to get there. */
function errorResponses(errors: readonly ErrorExample[]): Record<string, unknown> {
  const errorsByStatus = Map.groupBy(errors, ({ status }) => status);
  return Object.fromEntries(
    [...errorsByStatus].map(([status, ofStatus]) => [
      String(status),
      {
        type: 'object',
        'x-response-description': ofStatus.map(({ when }) => when).join('; '),
        'x-examples': Object.fromEntries(
          ofStatus.map(({ when, body }, index) => [`example${index + 1}`, { summary: when, value: body }]),
        ),
      },
    ]),
  );
}

/** Adds what the schemas do not say: a heading, the documents' own examples, and how it fails. */
export function describeRoute(route: DescribedRoute): RouteSchema {
  const { method, url, schema } = route;
  const path = url.replaceAll(/:(\w+)/g, '{$1}');
  const key = `${method} ${path}`;
  const documented = exampleByRoute.get(key);
  const shown = documented ?? ownExamples[key] ?? {};
  const { answer } = shown;
  const request = shown.request ?? null;
  const errors = documented?.errors ?? commonErrors(route);
  const response = Object.fromEntries(
    Object.entries(schema.response ?? {}).map(([status, each]) => {
      const isShown = answer !== undefined && status.startsWith('2');
      return [status, isShown ? withExamples(each, { example: { value: answer } }) : each];
    }),
  );
  const body = request === null ? schema.body : withExamples(schema.body, { example: { value: request } });
  return {
    ...schema,
    ...(body === undefined ? {} : { body }),
    ...(routeSummaries[key] === undefined ? {} : { summary: routeSummaries[key] }),
    response: { ...errorResponses(errors), ...plainAnswerOf(key), ...response },
  };
}
