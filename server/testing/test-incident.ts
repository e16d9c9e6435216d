import { createTestAsker, type TestAsker } from './test-asker.ts';
import type { TestNodeOptions } from './test-node.ts';

/** A node, and a way to ask any of its surfaces as any of its users, who sign in by the incident-management surface. */
export type TestIncident = TestAsker;

export function createTestIncident(options: TestNodeOptions = {}): Promise<TestIncident> {
  const tokenIn = (answer: unknown): string => (answer as { access: string }).access;
  return createTestAsker({ path: '/api/auth/login/', tokenIn }, options);
}
