import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { outDir } from '../bundle/targets.ts';

/** A package of somebody else's of which something is in our own. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package gives it. */
  readonly licence: string;
  readonly author: string;
  /** Its licence and notices, word for word; empty where it brings none. */
  readonly texts: readonly string[];
}

/** In the package as they are: they hold, or find, native modules. The documents' viewers are copied whole. */
const copiedPackages = ['better-sqlite3', 'bcrypt', 'node-gyp-build', '@fastify/swagger-ui', 'redoc'];

/** From the outermost `node_modules` to the innermost package: maps of workers miscount what is above. */
const packageFolder = /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The packages that were bundled, by the source maps of the bundles, and those that are copied; by name. */
export function findShippedPackages(): ShippedPackage[] {
  const folders = new Set(copiedPackages.map((name) => join(root, 'node_modules', name)));
  for (const map of globSync('{server,main,renderer}/**/*.map', { cwd: outDir })) {
    const text = readFileSync(join(outDir, map), 'utf8');
    const { sources } = JSON.parse(text) as { sources: (string | null)[] };
    for (const source of sources) {
      const folder = packageFolder.exec(source ?? '')?.[0];
      if (folder !== undefined) folders.add(join(root, folder));
    }
  }
  return [...folders].map(readPackage).toSorted((one, other) => compare(one.name, other.name));
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly author?: string | { readonly name: string };
}

function readPackage(folder: string): ShippedPackage {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license = manifest.licenses?.[0] ?? 'none given', author = '' } = manifest;
  const texts = globSync('{LICENSE,LICENCE,License,license,COPYING,NOTICE}*', { cwd: folder })
    .toSorted(compare)
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : license.type,
    author: typeof author === 'string' ? author : author.name,
    texts: [...new Set(texts)],
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
