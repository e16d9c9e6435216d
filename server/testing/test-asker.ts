import type { InjectOptions } from 'fastify';
import { digestDesk } from './desk-digest.ts';
import { createTestNode, type TestNode, type TestNodeOptions } from './test-node.ts';
import { testPassword } from './test-users.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface TestAnswer<Body = unknown> {
  status: number;
  /** The parsed body, where it is JSON; its type is the caller's claim. */
  body: Body;
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

/** A node, and a way to ask it as any of its users. */
export interface TestAsker extends AsyncDisposable {
  node: TestNode;
  /** `path` is the whole path. */
  ask: <Body = unknown>(method: Method, path: string, options?: AskOptions) => Promise<TestAnswer<Body>>;
  tokenOf: (username: string) => Promise<string>;
  digest: () => Promise<string>;
}

/** How users sign in on one surface. */
export interface SignIn {
  path: string;
  /** Finds the token in the answer. */
  tokenIn: (answer: unknown) => string;
  /** For so long a token is used, by the desk's clock. */
  tokenMs?: number;
}

/** Each user signs in when first needed. */
export async function createTestAsker(
  { path, tokenIn, tokenMs = Infinity }: SignIn,
  options: TestNodeOptions = {},
): Promise<TestAsker> {
  const node = await createTestNode(options);
  const tokens = new Map<string, { token: Promise<string>; at: number }>();

  async function signIn(username: string): Promise<string> {
    const payload = { username, password: testPassword };
    return tokenIn((await node.app.inject({ method: 'POST', url: path, payload })).json());
  }

  function tokenOf(username: string): Promise<string> {
    const known = tokens.get(username);
    const now = node.clock.now();
    if (known !== undefined && now - known.at < tokenMs) return known.token;
    const token = signIn(username);
    tokens.set(username, { token, at: now });
    return token;
  }

  const ask = async (method: Method, url: string, { as, body, headers = {} }: AskOptions = {}) => {
    const authorization = as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` };
    const payload = body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> };
    const all = { ...authorization, ...headers };
    const answer = await node.app.inject({ method, url, headers: all, ...payload });
    const isJson = (answer.headers['content-type'] ?? '').startsWith('application/json');
    const parsed: unknown = isJson && answer.body !== '' ? JSON.parse(answer.body) : undefined;
    return { status: answer.statusCode, body: parsed, text: answer.body, headers: answer.headers };
  };

  return {
    node,
    tokenOf,
    ask: ask as TestAsker['ask'],
    digest: () => digestDesk(node.services.database.db),
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
}
