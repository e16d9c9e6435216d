import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedCall {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed; the text itself where it is no JSON. */
  body: unknown;
}

export interface PeerReply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  /** Sent as they are, in place of the body. */
  bytes?: Buffer;
}

/** An HTTP API on this computer, and what it was asked. */
export interface TestPeer extends AsyncDisposable {
  url: string;
  received: ReceivedCall[];
}

/** Answers each call as `answer` says; a call whose answer never comes hangs until the peer is closed. */
export async function createTestPeer(
  answer: (call: ReceivedCall) => PeerReply | Promise<PeerReply>,
): Promise<TestPeer> {
  const received: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const raw = await text(request);
      const { method = '', url: path = '', headers } = request;
      const call = { method, path, headers, body: parse(raw) };
      received.push(call);
      const { status, body, bytes, headers: more = {} } = await answer(call);
      response.writeHead(status, { 'content-type': 'application/json', ...more });
      response.end(bytes ?? JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}
