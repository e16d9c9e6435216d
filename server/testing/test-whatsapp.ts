import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface ReceivedCall {
  method: string;
  path: string;
  authorization: string;
  body: unknown;
}

/** Answers as the WhatsApp Cloud API documents it, and keeps what it was asked. */
export interface TestWhatsApp extends AsyncDisposable {
  url: string;
  received: ReceivedCall[];
  answerWith: (status: number) => void;
}

export async function createTestWhatsApp(): Promise<TestWhatsApp> {
  const received: ReceivedCall[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url: path = '', headers } = request;
      received.push({ method, path, authorization: headers.authorization ?? '', body: JSON.parse(body) });
      const answer =
        status === 200
          ? { messaging_product: 'whatsapp', contacts: [], messages: [{ id: 'wamid.1' }] }
          : { error: { message: '(#131030) Recipient phone number not in allowed list', code: 131_030 } };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v21.0`,
    received,
    answerWith: (next) => {
      status = next;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
