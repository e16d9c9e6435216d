import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { createTestFolder } from '../../testing/test-folder.ts';
import { sqliteDialect } from '../dialects/sqlite.ts';
import { migrate, migrationByName } from '../migrate.ts';
import type { Schema } from '../schema.ts';

const name = '004-open-channels';

test('a filled desk of the version before keeps its notifications, its sessions and its bot’s log', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  const dialect = sqliteDialect(file);
  const names = Object.keys(migrationByName);
  const before = names[names.indexOf(name) - 1];
  const writer = new Kysely<Schema>({ dialect: dialect.writer() });
  await migrate(writer, dialect, before);

  const old = new BetterSqlite3(file);
  old.exec(`
    INSERT INTO notification (event, channel, recipient, recipient_name, subject, message, status, attempts, created_at)
      VALUES ('TICKET_CREATED', 'EMAIL', 'a@example.org', 'A', 'Subject', 'Text', 'SENT', 1, 5);
    INSERT INTO chat_session (id, channel, state, misses, created_at, updated_at) VALUES ('s', 'web', 'bot', 1, 5, 6);
    INSERT INTO chat_log (session_id, query, response, confidence, escalated, response_time_ms, created_at)
      VALUES ('s', 'Why?', 'So.', 0.5, 0, 3, 6);
  `);
  await migrate(writer, dialect, name);
  expect(old.prepare('SELECT event, status, message_id, peer_id, buttons FROM notification').all()).toEqual([
    { event: 'TICKET_CREATED', status: 'SENT', message_id: null, peer_id: null, buttons: null },
  ]);
  expect(old.prepare('SELECT id, misses, language FROM chat_session').all()).toEqual([
    { id: 's', misses: 1, language: null },
  ]);
  expect(old.prepare('SELECT query, answered_by FROM chat_log').all()).toEqual([
    { query: 'Why?', answered_by: null },
  ]);

  const receive = old.prepare(`INSERT OR IGNORE INTO inbound_message
    (channel, peer_id, address, content, status, attempts, received_at) VALUES (?, ?, '1', '{}', 'PENDING', 0, 1)`);
  const received = [
    ['TELEGRAM', '7'],
    ['TELEGRAM', '7'],
    ['WHATSAPP', '7'],
  ].map((key) => receive.run(...key).changes);
  expect(received).toEqual([1, 0, 1]);
  old.close();
  await writer.destroy();
});
