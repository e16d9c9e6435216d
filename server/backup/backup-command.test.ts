import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startNodeProcess } from '../testing/node-process.ts';
import { createTestFolder } from '../testing/test-folder.ts';

const entry = join(import.meta.dirname, '../start.ts');

async function run(...args: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.errors += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

test('backs up beside a running node, refuses to restore under it, and restores once it is gone', async () => {
  using folder = createTestFolder();
  using backups = createTestFolder();
  const dataDir = join(folder.path, 'desk');
  const backup = join(backups.path, 'desk.sqlite');
  {
    await using node = startNodeProcess({ dataDir });
    await node.ready;
    const made = await run('backup', '--data-dir', dataDir, '--to', backup);
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.output).toMatch(
      /^Backed up and verified: \S+ \(0 tickets, 0 messages, 1 users, 0\.\d MB\)\n$/,
    );
    const refused = await run('restore', backup, '--data-dir', dataDir);
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toMatch(/^The data folder \S+ is in use by another Waypost node\n$/);
    node.child.kill('SIGTERM');
    expect(await node.ended).toBe(0);
  }
  expect((await run('verify', backup)).output).toMatch(/^Verified: /);
  const restored = await run('restore', backup, '--data-dir', dataDir);
  expect(restored).toMatchObject({ code: 0, errors: '' });
  expect(restored.output).toMatch(/^Restored \S+ to \S+; the one before is kept in \S+replaced-\w+\..*\n$/);

  await using again = startNodeProcess({ dataDir });
  await again.ready;
  expect(again.output()).not.toContain('First sign-in');
  expect(readdirSync(backups.path).toSorted()).toEqual(['desk.sqlite', 'desk.sqlite.json']);
});

test.each([
  [['backup', 'file'], /^Usage: waypost backup /],
  [['restore'], /^Usage: waypost restore /],
  [['verify', '/nowhere/desk.sqlite'], /^\/nowhere\/desk\.sqlite is not good: it cannot be read/],
  [['backup', '--data-dir', '/nowhere'], /^There is no desk in \/nowhere\n$/],
])('%j is refused in one line', async (args, line) => {
  const refused = await run(...args);
  expect(refused).toMatchObject({ code: 1, output: '' });
  expect(refused.errors).toMatch(line);
});
