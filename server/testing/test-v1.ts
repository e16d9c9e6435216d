import { createTestAsker, type TestAsker } from './test-asker.ts';
import type { TestNodeOptions } from './test-node.ts';

/** A node, and a way to ask its v1 surface as any of its users; paths begin after `/api/v1`. */
export type TestV1 = TestAsker;

/** Tokens end soon afterwards. */
const tokenMs = 10 * 60_000;

export async function createTestV1(options: TestNodeOptions = {}): Promise<TestV1> {
  const tokenIn = (answer: unknown): string =>
    (answer as { data: { access_token: string } }).data.access_token;
  const asker = await createTestAsker({ path: '/api/v1/auth/login', tokenIn, tokenMs }, options);
  return { ...asker, ask: (method, path, asked) => asker.ask(method, `/api/v1${path}`, asked) };
}
