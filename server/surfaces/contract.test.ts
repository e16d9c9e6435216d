import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adminDashboardCases } from '../testing/contract/cases/admin-dashboard.ts';
import { adminTicketsCases } from '../testing/contract/cases/admin-tickets.ts';
import { customerSupportCases } from '../testing/contract/cases/customer-support.ts';
import { incidentManagementCases } from '../testing/contract/cases/incident-management.ts';
import { itSupportCases } from '../testing/contract/cases/it-support.ts';
import { findDifferences } from '../testing/contract/compare.ts';
import type {
  ContractCase,
  ContractCases,
  ContractRequest,
  Requester,
} from '../testing/contract/contract-case.ts';
import { createContractDesk, type ContractDesk } from '../testing/contract/contract-desk.ts';
import {
  examplesBySurface,
  surfaceNames,
  type EndpointExample,
  type ErrorExample,
  type Json,
  type SurfaceName,
} from '../http/documented-examples.ts';
import type { TestAnswer } from '../testing/test-asker.ts';

const casesBySurface: Readonly<Record<SurfaceName, ContractCases>> = {
  'admin-dashboard': adminDashboardCases,
  'customer-support': customerSupportCases,
  'admin-tickets': adminTicketsCases,
  'incident-management': incidentManagementCases,
  'it-support': itSupportCases,
};

let desk: ContractDesk;

beforeEach(async () => {
  desk = await createContractDesk();
});
afterEach(() => desk[Symbol.asyncDispose]());

async function send(
  { method, path: template, request }: EndpointExample,
  { as, params = {}, query, body = request, headers = {} }: ContractRequest,
): Promise<TestAnswer> {
  const path = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? name));
  return desk.ask(method, query === undefined ? path : `${path}?${query}`, {
    ...(as === undefined ? {} : { as }),
    ...(body === null ? {} : { body }),
    headers: { ...headers },
  });
}

/** What is wrong for every endpoint alike; null for an error of its own. */
function commonRequest(
  surface: SurfaceName,
  { isPublic, path }: EndpointExample,
  { status, when }: ErrorExample,
  isFirstOfMissing: boolean,
): Requester | 'unforeseen' | null {
  if (status === 500) return 'unforeseen';
  if (status === 401 && !isPublic) return () => ({ as: undefined as never });
  const [, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (status !== 404 || name === undefined || !isFirstOfMissing || when.includes('assignee')) return null;
  const id = surface === 'customer-support' ? 'f'.repeat(24) : 999;
  return () => ({ params: { [name]: id } });
}

interface PlannedError {
  error: ErrorExample;
  /** Null for what nobody foresaw. */
  requester: Requester | null;
}

/** Pairs each documented error with a request. @throws when one has none, or a request has no error */
function planErrors(
  surface: SurfaceName,
  endpoint: EndpointExample,
  { errors = [] }: ContractCase,
): PlannedError[] {
  const own = [...errors];
  const missing = endpoint.errors.filter(({ status }) => status === 404);
  const planned = endpoint.errors.map((error) => {
    const isTicketMissing = missing.length === 1 || /ticket/i.test(JSON.stringify(error.body));
    const common = commonRequest(surface, endpoint, error, isTicketMissing);
    if (common === 'unforeseen') return { error, requester: null };
    const requester = common ?? own.shift();
    if (requester === undefined)
      throw new Error(`${endpoint.id} has no request for: ${error.status} ${error.when}`);
    return { error, requester };
  });
  if (own.length > 0) throw new Error(`${endpoint.id} has ${own.length} requests too many`);
  return planned;
}

function expectDocumented(answer: TestAnswer, endpoint: EndpointExample, contractCase: ContractCase): void {
  contractCase.check?.(answer);
  if (endpoint.answer === undefined) {
    expect(contractCase.check, `${endpoint.id} needs a check of its own`).toBeDefined();
    return;
  }
  const { fractions = [], nullable = [], isPartial = endpoint.isPartial ?? false } = contractCase;
  const differences = findDifferences(answer.body as Json, endpoint.answer, {
    fractions,
    nullable,
    isPartial,
  });
  expect(differences, answer.text.slice(0, 500)).toEqual([]);
}

/** A text of the document is exactly that; where it is ours, the envelope is the document's. */
function expectDocumentedError(answer: TestAnswer, { status, body, isVerbatim = false }: ErrorExample): void {
  expect(answer.status, answer.text.slice(0, 300)).toBe(status);
  if (isVerbatim) expect(answer.body).toEqual(body);
  else if (JSON.stringify(body).includes('field_name')) {
    expect(Object.values(answer.body as object)).toEqual(
      expect.arrayContaining([expect.arrayContaining([expect.any(String)])]),
    );
  } else expect(findDifferences(answer.body as Json, body)).toEqual([]);
}

test('every documented endpoint has a case, and every case an endpoint', () => {
  for (const surface of surfaceNames) {
    const documented = examplesBySurface[surface].map(({ id }) => id);
    expect(Object.keys(casesBySurface[surface]).toSorted()).toEqual(documented.toSorted());
  }
  expect(Object.values(examplesBySurface).flat()).toHaveLength(87);
});

const successStatuses = (status: number): number[] => (status === 101 ? [400, 404, 426] : [status]);

describe.each(surfaceNames)('%s', (surface) => {
  const endpoints = examplesBySurface[surface].map((endpoint) => {
    const contractCase = casesBySurface[surface][endpoint.id];
    return { ...endpoint, title: `${endpoint.method} ${endpoint.path}`, contractCase };
  });

  test.each(endpoints)('$title', async ({ contractCase, ...endpoint }) => {
    if (contractCase === undefined) throw new Error(`${endpoint.id} has no case`);
    const documented = endpoint.request;
    const request = await contractCase.ask(desk, documented);
    const planned = planErrors(surface, endpoint, contractCase);
    const answer = await send(endpoint, request);
    expect(successStatuses(endpoint.status), answer.text.slice(0, 500)).toContain(answer.status);
    expectDocumented(answer, endpoint, contractCase);
    for (const { error, requester } of planned) {
      if (requester === null) continue;
      const { as, ...wrong } = { ...request, ...(await requester(desk, documented)) };
      const refused = await send(endpoint, as === undefined ? wrong : { ...wrong, as });
      expect(refused.status, `${error.when}: ${refused.text.slice(0, 300)}`).toBe(error.status);
      expectDocumentedError(refused, error);
    }
  });
});

const withOthers = surfaceNames.flatMap((surface) =>
  examplesBySurface[surface].flatMap(({ otherRequests = [], ...endpoint }) =>
    otherRequests.map((other) => ({
      ...endpoint,
      other,
      contractCase: casesBySurface[surface][endpoint.id],
    })),
  ),
);

test.each(withOthers)('$method $path understands $other', async ({ contractCase, other, ...endpoint }) => {
  const request = await contractCase?.ask(desk, other);
  const { status, text } = await send(endpoint, { body: other, ...request });
  expect(status, text.slice(0, 300)).toBe(endpoint.status);
});
