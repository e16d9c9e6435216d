import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startNodeProcess } from './testing/node-process.ts';
import { createTestFolder } from './testing/test-folder.ts';
import { createTestSmtp } from './testing/test-smtp.ts';

const connections = 16;
const loadMs = 1_500;
const env = { WAYPOST_ADMIN_PASSWORD: 'Chosen-By-Me-1', WAYPOST_RATE_LIMIT: 'off' };

async function post<Answer>(url: string, body: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function signIn(url: string): Promise<string> {
  const credentials = { username: 'superadmin', password: env.WAYPOST_ADMIN_PASSWORD };
  const answer = await post<{ data: { access_token: string } }>(`${url}/api/v1/auth/login`, credentials);
  return answer.data.access_token;
}

/** Creates tickets one after the other until the node is gone; answers the subjects of those it acknowledged. */
async function createUntilGone(url: string, token: string, connection: number): Promise<string[]> {
  const acknowledged: string[] = [];
  for (;;) {
    const subject = `Connection ${connection}, ticket ${acknowledged.length}`;
    try {
      await post(`${url}/api/v1/tickets`, { subject, description: 'The lights go out.' }, token);
    } catch (error) {
      // The connection broke; an answer of the node would be an error of another kind.
      if (error instanceof TypeError) return acknowledged;
      throw error;
    }
    acknowledged.push(subject);
  }
}

test(`killed under creates on ${connections} connections, it has each acknowledged ticket once`, async () => {
  using folder = createTestFolder();
  let acknowledged: string[];
  {
    await using node = startNodeProcess({ dataDir: folder.path, env });
    const url = await node.ready;
    const token = await signIn(url);
    const load = Array.from({ length: connections }, (_, index) => createUntilGone(url, token, index));
    await wait(loadMs);
    node.child.kill('SIGKILL');
    expect(await node.ended).toBe('SIGKILL');
    acknowledged = (await Promise.all(load)).flat();
  }
  expect(acknowledged.length).toBeGreaterThan(connections);

  await using again = startNodeProcess({ dataDir: folder.path, env });
  const url = await again.ready;
  const token = await signIn(url);
  const after = await post<{ data: object }>(
    `${url}/api/v1/tickets`,
    { subject: 'After', description: 'The lights are on.' },
    token,
  );
  expect(after.data).toBeDefined();

  const stored = readSubjects(join(folder.path, 'waypost.sqlite'));
  const timesBySubject = new Map<string, number>();
  for (const subject of stored) timesBySubject.set(subject, (timesBySubject.get(subject) ?? 0) + 1);
  expect([...timesBySubject.values()].filter((times) => times !== 1)).toEqual([]);
  expect(acknowledged.filter((subject) => !timesBySubject.has(subject))).toEqual([]);
  // Beyond those: at most the one that each connection had under way, and the one from after the restart.
  expect(stored.length).toBeLessThanOrEqual(acknowledged.length + connections + 1);
});

const lettersAtOnce = 20;

test('killed while it sends letters, it sends each, and none twice but those that were on their way', async () => {
  using folder = createTestFolder();
  await using smtp = await createTestSmtp();
  const mailEnv = { ...env, WAYPOST_SMTP_URL: smtp.url, WAYPOST_SMTP_FROM: 'desk@example.org' };
  {
    await using node = startNodeProcess({ dataDir: folder.path, env: mailEnv });
    const url = await node.ready;
    const token = await signIn(url);
    const boss = { username: 'boss', password: 'Chosen-By-Me-1', full_name: 'Robin Hale', role: 'admin' };
    await post(`${url}/api/v1/admin/users`, { ...boss, email: 'boss@example.org' }, token);
    const load = Array.from({ length: connections }, (_, index) => createUntilGone(url, token, index));
    await expect.poll(() => smtp.received.length, { timeout: 20_000 }).toBeGreaterThan(lettersAtOnce);
    node.child.kill('SIGKILL');
    await node.ended;
    await Promise.all(load);
  }
  await using again = startNodeProcess({ dataDir: folder.path, env: mailEnv });
  await again.ready;
  const file = join(folder.path, 'waypost.sqlite');
  await expect.poll(() => countLetters(file).waiting, { timeout: 30_000 }).toBe(0);
  const ids = smtp.received.map((mail) => /^Message-ID: (.*)$/m.exec(mail)?.[1]);
  expect(new Set(ids).size).toBe(countLetters(file).sent);
  expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(lettersAtOnce);
});

/** How many letters to admins are sent, and how many are not. */
function countLetters(file: string): { sent: number; waiting: number } {
  const connection = new Database(file, { readonly: true });
  const counts = connection
    .prepare<[], { sent: number; waiting: number }>(
      `select count(*) filter (where status = 'SENT') as sent, count(*) filter (where status = 'PENDING') as waiting
      from notification where channel = 'EMAIL' and recipient <> ''`,
    )
    .get();
  connection.close();
  return counts ?? { sent: 0, waiting: 0 };
}

/** Straight from the file, with what hangs on each ticket: half of a ticket would be none. */
function readSubjects(file: string): string[] {
  const connection = new Database(file, { readonly: true });
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  const rows = connection
    .prepare<[], { subject: string; messages: number; activities: number; logged: number }>(
      `select subject,
        (select count(*) from message where ticket_id = ticket.id) as messages,
        (select count(*) from activity where ticket_id = ticket.id) as activities,
        (select count(*) from change_log where ent = 'ticket' and row_id = ticket.id) as logged
      from ticket`,
    )
    .all();
  const head = connection.prepare<[], { isWhole: number }>(
    'select (select seq from sync_head) = (select count(*) from change_log) as isWhole',
  );
  expect(head.get()).toEqual({ isWhole: 1 });
  connection.close();
  expect(rows.filter((row) => row.messages !== 1 || row.activities !== 1 || row.logged < 1)).toEqual([]);
  return rows.map(({ subject }) => subject);
}
