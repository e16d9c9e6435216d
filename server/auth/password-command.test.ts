import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../commands/run-command.ts';
import { startNodeProcess } from '../testing/node-process.ts';
import { createTestFolder } from '../testing/test-folder.ts';

async function run(...args: string[]): Promise<{ isDone: boolean; output: string; errors: string }> {
  const said = { output: '', errors: '' };
  const isDone = await runCommand('password', {
    args,
    env: {},
    print: (line) => (said.output += line),
    complain: (line) => (said.errors += line),
  });
  return { isDone, ...said };
}

async function signIn(url: string, username: string, password: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username, password });
  return (await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers, body })).status;
}

test('prints a new password that alone signs in, once the node is stopped', async () => {
  using folder = createTestFolder();
  const dataDir = join(folder.path, 'desk');
  let first = '';
  {
    await using node = startNodeProcess({ dataDir });
    await node.ready;
    first = /First sign-in: superadmin \/ (\S+)/.exec(node.output())?.[1] ?? '';
    const refused = await run('superadmin', '--data-dir', dataDir);
    expect(refused).toMatchObject({ isDone: false, output: '' });
    expect(refused.errors).toMatch(/^The data folder \S+ is in use by another Waypost node$/);
  }
  const { output } = await run('SuperAdmin', '--data-dir', dataDir);
  const [, password = ''] = /^New password: superadmin \/ (\S+)$/.exec(output) ?? [];
  await using again = startNodeProcess({ dataDir });
  const url = await again.ready;
  expect(await signIn(url, 'superadmin', password)).toBe(200);
  expect(await signIn(url, 'superadmin', first)).toBe(401);
});

test('says in one line why there is none', async () => {
  using folder = createTestFolder();
  expect((await run()).errors).toMatch(/^Usage: waypost password /);
  expect((await run('superadmin', '--data-dir', folder.path)).errors).toBe(
    `There is no desk in ${folder.path}`,
  );
});
