import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outDir } from '../bundle/targets.ts';
import { findShippedPackages, type ShippedPackage } from './shipped-packages.ts';

/** Licences under which something may be part of an app that is given away under the MIT licence. */
const acceptedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);

/** Whether an SPDX expression allows it: all parts of an `AND`, one part of an `OR`. */
export function isAccepted(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' AND ')) return plain.split(' AND ').every(isAccepted);
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAccepted);
  return acceptedLicences.has(plain);
}

const line = '-'.repeat(80);

/** @throws Error naming the packages whose licence is none that we may ship */
export function composeNotices(packages: readonly ShippedPackage[]): string {
  const refused = packages.filter(({ licence }) => !isAccepted(licence));
  if (refused.length > 0) {
    throw new Error(
      `These may not be shipped: ${refused.map((one) => `${one.name} (${one.licence})`).join(', ')}`,
    );
  }
  const parts = packages.map(({ name, version, licence, author, texts }) => {
    const by = author === '' ? '' : `\n${author}`;
    const words = texts.length === 0 ? 'The package brings no text of its licence.' : texts.join('\n\n');
    return `${line}\n${name} ${version}\n${licence}${by}\n\n${words}\n`;
  });
  return `Waypost contains the following packages. Electron and Chromium bring notices of their own.\n\n${parts.join('\n')}`;
}

/** Writes the notices for the package that is about to be made of what was built. */
export function writeNotices(): void {
  const dir = join(outDir, 'notices');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'THIRD-PARTY-NOTICES.txt'), composeNotices(findShippedPackages()));
}
