import type { InjectOptions } from 'fastify';
import { digestDesk } from './desk-digest.ts';
import { createTestNode, type TestNode, type TestNodeOptions } from './test-node.ts';
import { testPassword } from './test-users.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface V1Answer {
  status: number;
  /** The parsed body. */
  body: unknown;
  /** The body as it came. */
  text: string;
  headers: Record<string, unknown>;
}

export interface AskOptions {
  /** The username to sign in as; nobody when left out. */
  as?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A node, and a way to ask its v1 surface as any of its users. */
export interface TestV1 extends AsyncDisposable {
  node: TestNode;
  ask: (method: Method, path: string, options?: AskOptions) => Promise<V1Answer>;
  tokenOf: (username: string) => Promise<string>;
  digest: () => Promise<string>;
}

/** By the desk's clock; tokens end soon afterwards. */
const tokenMs = 10 * 60_000;

export async function createTestV1(options: TestNodeOptions = {}): Promise<TestV1> {
  const node = await createTestNode(options);
  const tokens = new Map<string, { token: Promise<string>; at: number }>();

  async function send(options: InjectOptions): Promise<V1Answer> {
    const { statusCode, body, headers } = await node.app.inject(options);
    return { status: statusCode, body: body === '' ? undefined : JSON.parse(body), text: body, headers };
  }

  async function signIn(username: string): Promise<string> {
    const payload = { username, password: testPassword };
    const answer = await node.app.inject({ method: 'POST', url: '/api/v1/auth/login', payload });
    return answer.json<{ data: { access_token: string } }>().data.access_token;
  }

  function tokenOf(username: string): Promise<string> {
    const known = tokens.get(username);
    const now = node.clock.now();
    if (known !== undefined && now - known.at < tokenMs) return known.token;
    const token = signIn(username);
    tokens.set(username, { token, at: now });
    return token;
  }

  return {
    node,
    tokenOf,
    ask: async (method, path, { as, body, headers = {} } = {}) => {
      const authorization = as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` };
      const payload = body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> };
      return send({ method, url: `/api/v1${path}`, headers: { ...authorization, ...headers }, ...payload });
    },
    digest: () => digestDesk(node.services.database.db),
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
}
