import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { outDir } from '../bundle/targets.ts';
import { packTarball, type TarEntry } from './tarball.ts';

/** The packages with native modules, as far as they are loaded; their modules for every system are a few megabytes. */
const nativeFiles = [
  'better-sqlite3/{package.json,LICENSE,lib/**/*.js,prebuilds/*.node}',
  'bcrypt/{package.json,LICENSE,bcrypt.js,promises.js,prebuilds/*/*.node}',
  'node-gyp-build/{package.json,LICENSE,index.js,node-gyp-build.js}',
];
const nativePackages = ['better-sqlite3', 'bcrypt', 'node-gyp-build'];

const entryScript = `#!/usr/bin/env node
// The node of Waypost: \`node start.js --help\`.
await import('./server/start.js');
`;

/** Writes the headless node, with the console that it serves, as one archive that Node 24 runs as it is. */
export function writeNodeBundle(): { file: string; sizeBytes: number } {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const top = `waypost-node-${version}`;
  const entries = [
    ...built('{server,renderer}/**/*'),
    ...found(join(root, 'node_modules'), nativeFiles, 'node_modules/').map(withoutScripts),
    ...found(join(root, 'build/self-host'), ['waypost.service'], ''),
    ...found(join(outDir, 'notices'), ['*.txt'], ''),
    ...found(root, ['LICENSE'], ''),
    { path: 'start.js', content: Buffer.from(entryScript), isExecutable: true },
    { path: 'package.json', content: Buffer.from(manifestOf(version)) },
  ];
  const file = join(outDir, 'packages', `${top}.tgz`);
  mkdirSync(join(file, '..'), { recursive: true });
  const archive = packTarball(entries.map((entry) => ({ ...entry, path: `${top}/${entry.path}` })));
  writeFileSync(file, archive);
  return { file, sizeBytes: archive.length };
}

function built(pattern: string): TarEntry[] {
  return found(outDir, [pattern], '').filter(({ path }) => !path.endsWith('.map'));
}

function found(dir: string, patterns: readonly string[], prefix: string): TarEntry[] {
  return globSync(patterns, { cwd: dir })
    .filter((path) => statSync(join(dir, path)).isFile())
    .map((path) => ({
      path: prefix + path.replaceAll('\\', '/'),
      content: readFileSync(join(dir, path)),
    }));
}

/** Their modules are built: nothing is left to be done when they are installed, least of all by programs of others. */
function withoutScripts(entry: TarEntry): TarEntry {
  if (!/^node_modules\/[^/]+\/package\.json$/.test(entry.path)) return entry;
  const { scripts: _scripts, ...manifest } = JSON.parse(entry.content.toString('utf8')) as Record<
    string,
    unknown
  >;
  return { ...entry, content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
}

/** Good for `npx` and `npm install -g`, which fetch nothing for it: what it needs is in it. */
function manifestOf(version: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const needed = nativePackages.filter((name) => Object.hasOwn(dependencies, name));
  const manifest = {
    name: 'waypost-node',
    version,
    description: 'The node of Waypost: keeps the tickets and serves the console and the API',
    license: 'MIT',
    type: 'module',
    bin: { 'waypost-node': 'start.js' },
    engines: { node: '>=24' },
    dependencies: Object.fromEntries(needed.map((name) => [name, dependencies[name]])),
    bundleDependencies: nativePackages,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
