import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';

/** Everything that is built lands here; git ignores it. */
export const outDir = join(root, 'build/out');

/** One folder of build/out, rebuilt as a whole when its sources change. */
export interface Target {
  readonly name: 'server' | 'main' | 'renderer';
  /** Folders and files, from the top, whose change makes the built folder stale. */
  readonly sources: readonly string[];
}

const toolSources = ['build/bundle', 'package.json', 'package-lock.json'];

export const serverTarget: Target = { name: 'server', sources: ['shared', 'server', ...toolSources] };
export const mainTarget: Target = { name: 'main', sources: ['shared', 'main', ...toolSources] };
export const rendererTarget: Target = { name: 'renderer', sources: ['shared', 'renderer', ...toolSources] };

export const allTargets: readonly Target[] = [serverTarget, mainTarget, rendererTarget];
