import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { NodeConfig } from '../config/config.ts';
import { readConfig } from '../config/read-config.ts';
import type { Command } from '../commands/command.ts';
import { StartRefused } from './start-refused.ts';

const waitMs = 5_000;

/** Asks the node of these settings whether it is well: for service managers and containers, which read the exit code. */
export const healthCommand: Command = {
  usage: 'Usage: waypost health [--port N] [--host H], with the environment of the node',
  run: async ({ args, env, print }) => {
    const invocation = readConfig(args, env);
    if (invocation.kind === 'help') throw new StartRefused(healthCommand.usage);
    print(await askHealth(invocation.config));
  },
};

async function askHealth({ host, port, tls }: NodeConfig): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const options = { host: reachable(host), port, path: '/healthz', timeout: waitMs, agent: false };
  const asked =
    // The node's own name need not be this computer's for itself.
    tls === null ? requestPlain(options) : requestSecure({ ...options, rejectUnauthorized: false });
  asked.once('response', (response) => {
    let body = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
  });
  asked.once('timeout', () => asked.destroy(new Error('no answer in time')));
  asked.once('error', reject).end();
  const { status, body } = await promise.catch((error: Error) => {
    throw new StartRefused(`The node at ${options.host}:${port} does not answer: ${error.message}`);
  });
  if (status !== 200) throw new StartRefused(`The node at ${options.host}:${port} answers with ${status}`);
  return body;
}

/** A node that listens to every address is asked at its own. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}
