import type { InjectOptions } from 'fastify';
import { digestDesk } from './desk-digest.ts';
import { createTestNode, type TestNode, type TestNodeOptions } from './test-node.ts';
import { testPassword } from './test-users.ts';
import type { AskOptions, Method, V1Answer } from './test-v1.ts';

/** A node, and a way to ask any of its surfaces as any of its users, who sign in by the incident-management surface. */
export interface TestIncident extends AsyncDisposable {
  node: TestNode;
  /** `path` is the whole path. */
  ask: (method: Method, path: string, options?: AskOptions) => Promise<V1Answer>;
  tokenOf: (username: string) => Promise<string>;
  digest: () => Promise<string>;
}

export async function createTestIncident(options: TestNodeOptions = {}): Promise<TestIncident> {
  const node = await createTestNode(options);
  const tokens = new Map<string, Promise<string>>();

  async function signIn(username: string): Promise<string> {
    const payload = { username, password: testPassword };
    const answer = await node.app.inject({ method: 'POST', url: '/api/auth/login/', payload });
    return answer.json<{ access: string }>().access;
  }

  function tokenOf(username: string): Promise<string> {
    const token = tokens.get(username) ?? signIn(username);
    tokens.set(username, token);
    return token;
  }

  return {
    node,
    tokenOf,
    ask: async (method, url, { as, body, headers = {} } = {}) => {
      const authorization = as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` };
      const payload = body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> };
      const answer = await node.app.inject({
        method,
        url,
        headers: { ...authorization, ...headers },
        ...payload,
      });
      const isJson = (answer.headers['content-type'] ?? '').startsWith('application/json');
      const parsed: unknown = isJson ? JSON.parse(answer.body) : undefined;
      return { status: answer.statusCode, body: parsed, text: answer.body, headers: answer.headers };
    },
    digest: () => digestDesk(node.services.database.db),
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
}
