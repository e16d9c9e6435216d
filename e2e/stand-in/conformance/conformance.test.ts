import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectUses } from './collect-uses.ts';
import { readElectronTypes } from './electron-types.ts';
import { readEmittedEvents } from './emitted-events.ts';
import { readImplementations } from './implementations.ts';

// Keeps the stand-in honest: what main and preload use of Electron is collected from their code, and each use has to
// be there. Whatever else is asked for, by a package for instance, fails loudly (strict.ts). That the doubles' types
// are Electron's own is the compiler's to say: each double satisfies `Implemented` (implemented.ts).

const root = join(import.meta.dirname, '../../..');
const types = readElectronTypes();
const implementations = readImplementations();
const emitted = readEmittedEvents();

const sources = globSync('main/**/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'));
const uses = [...new Set(sources.flatMap((path) => [...collectUses(join(root, path), types)]))].toSorted();

/** Plain data, such as a display: it is whatever its double's maker fills in, by its type. */
const dataTypes: ReadonlySet<string> = new Set([
  'ContextMenuParams',
  'Display',
  'MessageBoxReturnValue',
  'OpenDialogReturnValue',
  'Rectangle',
  'SaveDialogReturnValue',
]);

/** Not on Linux: asking for them there, on the stand-in as on Electron, finds nothing. */
const otherSystems: ReadonlySet<string> = new Set([
  'App.setAppUserModelId',
  'BrowserWindow.setOverlayIcon',
  'Dock.setBadge',
  'App:activate',
  'App:open-file',
  'App:open-url',
]);

/** Listened to for safety; in Chromium as it is driven here, their cause never comes or is told as another event. */
const neverCaused: ReadonlySet<string> = new Set([
  'PowerMonitor:unlock-screen',
  'WebContents:will-attach-webview',
  'WebContents:will-redirect',
]);

const excepted = new Set([...otherSystems, ...neverCaused]);

function isImplemented(use: string): boolean {
  const [type = '', member = ''] = use.replace(/^new /, '').split(/[.:]/);
  if (dataTypes.has(type)) return true;
  if (use.includes(':')) return implementations.has(type) && emitted.has(member);
  const doubles = implementations.get(type) ?? [];
  return use.startsWith('new ') ? doubles.length > 0 : doubles.some((double) => member in double);
}

describe('the stand-in for Electron', () => {
  it('has all that main and preload use', () => {
    const report = join(root, 'build/out/reports/electron-uses.txt');
    mkdirSync(join(report, '..'), { recursive: true });
    writeFileSync(
      report,
      `${uses.map((use) => `${isImplemented(use) ? 'stand-in' : 'excepted'}  ${use}`).join('\n')}\n`,
    );
    expect(uses.filter((use) => !isImplemented(use) && !excepted.has(use))).toEqual([]);
  });

  it('excepts nothing that is not used, or is there after all', () => {
    expect([...excepted].filter((use) => !uses.includes(use) || isImplemented(use))).toEqual([]);
  });

  it('finds what is known to be used', () => {
    expect(uses).toEqual(
      expect.arrayContaining([
        'App.enableSandbox',
        'App:before-quit',
        'IpcRenderer.invoke',
        'new BrowserWindow',
      ]),
    );
    expect(uses.length).toBeGreaterThan(60);
  });

  it.each([...implementations])('refuses what it lacks of %s', (type, doubles) => {
    if (type === 'IpcRenderer' || type === 'ContextBridge' || type === 'UtilityProcess') return;
    const lacking = [...(types.membersByType.get(type)?.keys() ?? [])].filter(
      (member) => !doubles.some((double) => member in double),
    );
    for (const member of lacking) {
      for (const double of doubles.filter((candidate) => typeof candidate !== 'function')) {
        expect(() => Reflect.get(double, member) as unknown, member).toThrow('does not implement');
      }
    }
  });
});
