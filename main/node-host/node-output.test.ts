import { describe, expect, it } from 'vitest';
import { createNodeEnvironment } from './node-environment.ts';
import { createLineReader, readNodeLine } from './node-output.ts';

describe('readNodeLine', () => {
  it('reads where the node is', () => {
    expect(readNodeLine('Waypost is ready at http://127.0.0.1:8000')).toEqual({
      kind: 'ready',
      url: 'http://127.0.0.1:8000',
    });
  });

  it('reads the first account', () => {
    expect(readNodeLine('First sign-in: admin / aB3-x_9')).toEqual({
      kind: 'first_password',
      username: 'admin',
      password: 'aB3-x_9',
    });
  });

  it('reads that the port is taken, and nothing in other lines', () => {
    expect(readNodeLine('Error: listen EADDRINUSE: address already in use 127.0.0.1:8000')).toEqual({
      kind: 'port_taken',
    });
    expect(readNodeLine('{"level":30,"msg":"hello"}')).toBeNull();
  });
});

describe('createLineReader', () => {
  it('puts lines together across chunks', () => {
    const lines: string[] = [];
    const read = createLineReader((line) => lines.push(line));
    read('one\ntw');
    read('o\r\nthree');
    read('\n');
    expect(lines).toEqual(['one', 'two', 'three']);
  });
});

describe('createNodeEnvironment', () => {
  it('passes on what is named and nothing else', () => {
    const env = createNodeEnvironment(
      { TZ: 'UTC', NODE_OPTIONS: '--inspect', SOME_TOKEN: 'x' },
      { host: '127.0.0.1', port: 8123, dataDir: '/data' },
    );
    expect(env).toEqual({
      NODE_ENV: 'production',
      TZ: 'UTC',
      WAYPOST_EXIT_WITH_PARENT: '1',
      WAYPOST_HOST: '127.0.0.1',
      WAYPOST_PORT: '8123',
      WAYPOST_DATA_DIR: '/data',
    });
  });
});
