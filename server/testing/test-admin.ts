import type { z } from 'zod';
import { pathOf, type NodeCall } from '#shared/protocol/node-call.ts';
import { createTestNode, type TestNode } from './test-node.ts';
import { testPassword } from './test-users.ts';

export interface AdminQuestion<Params, Query, Body> {
  /** The username to sign in as; the admin when left out, nobody when null. */
  as?: string | null;
  params?: Params;
  query?: Query;
  body?: Body;
}

/** A node, and a way to ask its admin calls as the console does: what is answered is parsed with the call's schema. */
export interface TestAdmin extends AsyncDisposable {
  node: TestNode;
  ask: <Answer extends z.ZodType, Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
    call: NodeCall<Answer, Params, Query, Body>,
    question?: AdminQuestion<z.input<Params>, z.input<Query>, z.input<Body>>,
  ) => Promise<z.output<Answer>>;
  /** The same for what is expected to be refused: the status and the error. */
  refuse: <
    Answer extends z.ZodType,
    Params extends z.ZodType,
    Query extends z.ZodType,
    Body extends z.ZodType,
  >(
    call: NodeCall<Answer, Params, Query, Body>,
    question?: AdminQuestion<z.input<Params>, z.input<Query>, z.input<Body>>,
  ) => Promise<{ status: number; error: { kind: string; message: string; data?: { code?: string } } }>;
  /** Any answer as it came. */
  get: (path: string, as?: string) => Promise<{ status: number; text: string; type: string }>;
}

export async function createTestAdmin(): Promise<TestAdmin> {
  const node = await createTestNode();
  const tokens = new Map<string, string>();

  async function tokenOf(username: string): Promise<string> {
    const known = tokens.get(username);
    if (known !== undefined) return known;
    const payload = { username, password: testPassword };
    const answer = await node.app.inject({ method: 'POST', url: '/api/console/session', payload });
    const token = answer.json<{ access_token: string }>().access_token;
    tokens.set(username, token);
    return token;
  }

  const headersOf = async (as: string | null) =>
    as === null ? {} : { authorization: `Bearer ${await tokenOf(as)}` };

  async function send(
    call: { method: string; path: string },
    question: AdminQuestion<unknown, unknown, unknown>,
  ) {
    const pairs = Object.entries(question.query ?? {}).filter(([, value]) => value !== undefined);
    return node.app.inject({
      method: call.method,
      url: pathOf(call.path, (question.params ?? {}) as Record<string, unknown>),
      query: Object.fromEntries(pairs.map(([name, value]) => [name, String(value)])),
      headers: await headersOf(question.as === undefined ? 'admin' : question.as),
      ...(question.body === undefined ? {} : { payload: question.body as object }),
    });
  }

  return {
    node,
    ask: async (call, question = {}) => {
      const answer = await send(call, question);
      if (answer.statusCode !== 200)
        throw new Error(`${call.path} answered ${answer.statusCode}: ${answer.body}`);
      return call.answer.parse(answer.json());
    },
    refuse: async (call, question = {}) => {
      const answer = await send(call, question);
      if (answer.statusCode < 400) throw new Error(`${call.path} was not refused: ${answer.body}`);
      return { status: answer.statusCode, error: answer.json<{ error: never }>().error };
    },
    get: async (path, as = 'admin') => {
      const answer = await node.app.inject({ url: path, headers: await headersOf(as) });
      return { status: answer.statusCode, text: answer.body, type: String(answer.headers['content-type']) };
    },
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
}
