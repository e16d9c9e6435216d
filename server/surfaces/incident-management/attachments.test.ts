import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act, incidentAt, readIncident } from '../../testing/incident-tickets.ts';
import { testForm as form } from '../../testing/test-form.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

async function filesOf({ node }: TestIncident): Promise<string[]> {
  const entries = await readdir(join(node.file, '..', 'attachments'), {
    recursive: true,
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('base64 in JSON and in a form and a file part are one file, kept once', async () => {
  await using desk = await createTestIncident();
  const id = await incidentAt(desk, 'OPENED');
  const file_data = png.toString('base64');
  await act(desk, id, 'add_attachment', 'customer', { file_data });
  await act(desk, id, 'add_attachment', 'agent', { file_data: png.toString('base64url') });
  const path = `/api/tickets/${id}/add_attachment/`;
  const text = form('content-disposition: form-data; name="file_data"', file_data);
  expect((await desk.ask('POST', path, { as: 'agent', ...text })).status).toBe(200);
  const name = 'filename="../../etc/p\u00e4ss.png"';
  const part = form(
    `content-disposition: form-data; name="file_data"; ${name}\r\ncontent-type: text/html`,
    png,
  );
  expect((await desk.ask('POST', path, { as: 'admin', ...part })).status).toBe(200);
  const { attachments } = await readIncident(desk, id, 'customer');
  expect(attachments.map((attachment) => attachment.file_data)).toEqual([
    file_data,
    file_data,
    file_data,
    file_data,
  ]);
  expect(await filesOf(desk)).toHaveLength(1);
});

test('a download is saved, whatever it says it is', async () => {
  await using desk = await createTestIncident();
  const id = await incidentAt(desk, 'OPENED');
  const html = form(
    'content-disposition: form-data; name="file_data"; filename="evil\u00e9.html"\r\ncontent-type: text/html',
    '<script>alert(1)</script>',
  );
  const path = `/api/tickets/${id}`;
  await desk.ask('POST', `${path}/add_attachment/`, { as: 'customer', ...html });
  const [attachment] = (await readIncident(desk, id)).attachments;
  const url = `${path}/attachments/${attachment?.id}/`;
  const { status, headers, text } = await desk.ask('GET', url, { as: 'agent' });
  expect(status).toBe(200);
  expect(text).toBe('<script>alert(1)</script>');
  expect(headers).toMatchObject({
    'content-type': 'text/plain',
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="evil_.html"; filename*=UTF-8''evil%C3%A9.html`,
  });
  const other = await incidentAt(desk, 'OPENED');
  const elsewhere = await desk.ask('GET', `/api/tickets/${other}/attachments/${attachment?.id}/`, {
    as: 'agent',
  });
  expect([elsewhere.status, elsewhere.body]).toEqual([404, { error: 'Attachment not found' }]);
});

/** Tens of megabytes take their time on a busy computer. */
const longTest = { timeout: 30_000 };

test(
  'a file too large, and one too many, are refused clearly; nothing is left of them',
  longTest,
  async () => {
    await using desk = await createTestIncident();
    const id = await incidentAt(desk, 'OPENED');
    const tooLarge = Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64');
    const refused = await act(desk, id, 'add_attachment', 'agent', { file_data: tooLarge });
    expect([refused.status, refused.body]).toEqual([400, { error: 'File is too large: at most 10 MB' }]);
    for (let size = 0; size < 2; size += 1) {
      const file_data = Buffer.alloc(10 * 1024 * 1024 - size).toString('base64');
      expect((await act(desk, id, 'add_attachment', 'agent', { file_data })).status).toBe(200);
    }
    const file_data = Buffer.alloc(6 * 1024 * 1024).toString('base64');
    const full = await act(desk, id, 'add_attachment', 'agent', { file_data });
    expect([full.status, full.body]).toEqual([
      400,
      { error: 'Attachments of one ticket may have 25 MB together' },
    ]);
    expect(await filesOf(desk)).toHaveLength(2);
  },
);

test('a ticket is readable although somebody took a file away', async () => {
  await using desk = await createTestIncident();
  const id = await incidentAt(desk, 'OPENED');
  await act(desk, id, 'add_attachment', 'agent', { file_data: 'aGVsbG8=' });
  await rm(join(desk.node.file, '..', 'attachments'), { recursive: true });
  const [attachment] = (await readIncident(desk, id)).attachments;
  expect(attachment?.file_data).toBe('');
  const url = `/api/tickets/${id}/attachments/${attachment?.id}/`;
  expect((await desk.ask('GET', url, { as: 'agent' })).status).toBe(404);
});
