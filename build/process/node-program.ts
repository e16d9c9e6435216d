import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';

/** A script of an installed package, as the arguments that make this Node run it. */
export function packageScript(path: string, ...args: readonly string[]): string[] {
  return [join(root, 'node_modules', path), ...args];
}
