import { expect, test } from 'vitest';
import { testForm } from '../../testing/test-form.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

interface Shown {
  id: number;
  file_name: string;
  is_note: boolean;
}

async function openTicket({ node }: TestV1): Promise<number> {
  return (await node.createTicket({ assigneeId: node.users.agent.id })).id;
}

async function listOf(desk: TestV1, id: number): Promise<Shown[]> {
  const { status, body } = await desk.ask('GET', `/tickets/${id}/attachments`, { as: 'agent' });
  expect(status).toBe(200);
  return (body as { data: { attachments: Shown[] } }).data.attachments;
}

const filePart =
  'content-disposition: form-data; name="file"; filename="page.html"\r\ncontent-type: text/html';

test('a file sent in a form or as text is listed, and saved under its name when it is fetched', async () => {
  await using desk = await createTestV1();
  const id = await openTicket(desk);
  const path = `/tickets/${id}/attachments`;
  const form = await desk.ask('POST', path, {
    as: 'agent',
    ...testForm(filePart, '<script>alert(1)</script>'),
  });
  expect(form).toMatchObject({
    status: 201,
    body: {
      success: true,
      data: {
        message: 'Attachment added successfully',
        attachment: {
          file_name: 'page.html',
          content_type: 'text/plain',
          size_bytes: 25,
          is_note: false,
          uploaded_by: desk.node.users.agent.id,
          uploaded_by_name: desk.node.users.agent.full_name,
          created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
        },
      },
    },
  });
  const json = await desk.ask('POST', path, {
    as: 'admin',
    body: { file: 'aGVsbG8=', file_name: 'hello.txt', is_note: true },
  });
  expect(json.status).toBe(201);
  const [page, note] = await listOf(desk, id);
  expect([page?.file_name, note?.file_name, note?.is_note]).toEqual(['page.html', 'hello.txt', true]);

  const token = await desk.tokenOf('agent');
  const download = await desk.node.app.inject({
    url: `/api/v1${path}/${page?.id}`,
    headers: { authorization: `Bearer ${token}` },
  });
  expect(download.body).toBe('<script>alert(1)</script>');
  expect(download.headers).toMatchObject({
    'content-type': 'text/plain',
    'content-disposition': `attachment; filename="page.html"; filename*=UTF-8''page.html`,
    'x-content-type-options': 'nosniff',
  });
});

test('a file of another ticket is not there', async () => {
  await using desk = await createTestV1();
  const [id, other] = [await openTicket(desk), await openTicket(desk)];
  await desk.ask('POST', `/tickets/${id}/attachments`, { as: 'agent', body: { file: 'aGVsbG8=' } });
  const [attachment] = await listOf(desk, id);
  const { status, body } = await desk.ask('GET', `/tickets/${other}/attachments/${attachment?.id}`, {
    as: 'agent',
  });
  expect([status, body]).toEqual([404, { detail: `Attachment with ID ${attachment?.id} not found` }]);
});

test('what is no file is refused in one sentence', async () => {
  await using desk = await createTestV1();
  const path = `/tickets/${await openTicket(desk)}/attachments`;
  const notePart = 'content-disposition: form-data; name="is_note"';
  const sent: [object, string][] = [
    [{ body: { file: '%%%' } }, "Field 'file' must be base64"],
    [{ body: { file: ' ' } }, "Field 'file' cannot be empty"],
    [{ body: {} }, "Field 'file' is required"],
    [{}, "Field 'file' is required"],
    [testForm(notePart, 'true'), "Field 'file' is required"],
    [testForm(filePart, ''), 'File is empty'],
    [testForm(filePart, Buffer.alloc(10 * 1024 * 1024 + 1)), 'File is too large: at most 10 MB'],
  ];
  for (const [options, detail] of sent) {
    const { status, body } = await desk.ask('POST', path, { as: 'agent', ...options });
    expect([status, body]).toEqual([400, { detail }]);
  }
  expect(await listOf(desk, Number(path.split('/')[2]))).toEqual([]);
});
