import { createTestAsker, type TestAsker } from './test-asker.ts';
import type { TestNodeOptions } from './test-node.ts';

/** A node, and a way to ask any of its surfaces with the tokens of the it-support one. */
export type TestIt = TestAsker;

export function createTestIt(options: TestNodeOptions = {}): Promise<TestIt> {
  const tokenIn = (answer: unknown): string => (answer as { access_token: string }).access_token;
  return createTestAsker({ path: '/api/auth/login', tokenIn }, options);
}
