import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder of this test's own, removed when it goes out of scope: `using folder = createTestFolder()`. */
export function createTestFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'waypost-test-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
