import type { InjectOptions } from 'fastify';
import { digestDesk } from './desk-digest.ts';
import { createTestNode, type TestNode, type TestNodeOptions } from './test-node.ts';
import type { AskOptions, Method } from './test-v1.ts';
import { testPassword } from './test-users.ts';

export interface ItAnswer<Body> {
  status: number;
  body: Body;
  headers: Record<string, unknown>;
}

/** A node, and a way to ask any of its surfaces with the tokens of the it-support one. */
export interface TestIt extends AsyncDisposable {
  node: TestNode;
  /** `path` is the whole path; the body's type is the caller's claim. */
  ask: <Body = unknown>(method: Method, path: string, options?: AskOptions) => Promise<ItAnswer<Body>>;
  tokenOf: (username: string) => Promise<string>;
  digest: () => Promise<string>;
}

export async function createTestIt(options: TestNodeOptions = {}): Promise<TestIt> {
  const node = await createTestNode(options);
  const tokens = new Map<string, Promise<string>>();

  async function signIn(username: string): Promise<string> {
    const payload = { username, password: testPassword };
    const answer = await node.app.inject({ method: 'POST', url: '/api/auth/login', payload });
    return answer.json<{ access_token: string }>().access_token;
  }

  function tokenOf(username: string): Promise<string> {
    const token = tokens.get(username) ?? signIn(username);
    tokens.set(username, token);
    return token;
  }

  const ask = async (method: Method, url: string, { as, body, headers = {} }: AskOptions = {}) => {
    const authorization = as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` };
    const payload = body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> };
    const answer = await node.app.inject({
      method,
      url,
      headers: { ...authorization, ...headers },
      ...payload,
    });
    return {
      status: answer.statusCode,
      body: (answer.body === '' ? undefined : JSON.parse(answer.body)) as unknown,
      headers: answer.headers,
    };
  };
  return {
    node,
    tokenOf,
    ask: ask as TestIt['ask'],
    digest: () => digestDesk(node.services.database.db),
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
}
