import { rolldown, type InputOptions, type OutputOptions } from 'rolldown';
import { root } from '../bootstrap/root.mjs';
import type { Target } from './targets.ts';

interface NodeBundle {
  /** Output file, without extension, to source entry. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly output: OutputOptions;
}

const nodeBundles: Readonly<Record<'server' | 'main', readonly NodeBundle[]>> = {
  server: [
    {
      inputs: { start: 'server/start.ts', 'backup-worker': 'server/backup/backup-worker.ts' },
      output: { format: 'esm' },
    },
  ],
  main: [
    { inputs: { index: 'main/index.ts', replica: 'main/replica/process.ts' }, output: { format: 'esm' } },
    {
      // A sandboxed preload script is one CommonJS file and can require nothing but `electron`.
      inputs: { preload: 'main/preload/bridge.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  ],
};

/** Native modules and Electron itself stay packages. */
const nativePackages = ['better-sqlite3', 'bcrypt', 'electron'];
/** Accelerators that `ws` tries to load and works without. */
const optionalPackages = ['bufferutil', 'utf-8-validate'];

const inputOptions: InputOptions = {
  cwd: root,
  platform: 'node',
  external: [...nativePackages, ...optionalPackages],
  transform: { target: 'node24' },
};

/** Bundles the node or the desktop's main side into `dir`. */
export async function bundleForNode(
  name: Target['name'] & keyof typeof nodeBundles,
  dir: string,
): Promise<void> {
  for (const bundle of nodeBundles[name]) {
    const build = await rolldown({ ...inputOptions, input: bundle.inputs });
    await build.write({ dir, sourcemap: true, ...bundle.output });
    await build.close();
  }
}
