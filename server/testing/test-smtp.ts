import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on this computer that keeps what it is sent. */
export interface TestSmtp extends AsyncDisposable {
  url: string;
  /** Whole messages with their headers, in the order of their coming. */
  received: string[];
  /** Refuses the next recipients with this code, until told otherwise. */
  refuseWith: (code: number | null) => void;
}

export async function createTestSmtp(): Promise<TestSmtp> {
  const received: string[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      if (refusal === null) return callback();
      callback(Object.assign(new Error('No such mailbox'), { responseCode: refusal }));
    },
    onData: (stream, _session, callback) => {
      text(stream).then(
        (message) => {
          received.push(message);
          callback();
        },
        // Its sender was killed in the middle: it was not received.
        (error: unknown) => callback(error as Error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseWith: (code) => {
      refusal = code;
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
