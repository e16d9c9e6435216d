import { request as requestPlain, type Agent, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { HttpFetch, HttpResponse } from '#shared/replica/node-http.ts';

/** As much of `fetch` as the console needs, over an agent of our own, which Node's `fetch` does not take. */
export function createTunnelledFetch(agent: Agent): HttpFetch {
  return (url, { body, headers, method }) =>
    new Promise((resolve, reject) => {
      const ask = url.startsWith('https:') ? requestSecure : requestPlain;
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asked = ask(url, { method, headers: { ...headers, ...length }, agent });
      asked.once('response', (response) => resolve(toResponse(response)));
      asked.once('error', reject);
      asked.end(body);
    });
}

function toResponse(response: IncomingMessage): HttpResponse {
  const cookies = response.headers['set-cookie'] ?? [];
  return {
    status: response.statusCode ?? 0,
    headers: {
      get: (name) => {
        const value = response.headers[name.toLowerCase()];
        return value === undefined ? null : [value].flat().join(', ');
      },
      getSetCookie: () => [...cookies],
    },
    text: async () => (await readAll(response)).toString('utf8'),
    arrayBuffer: async () => Uint8Array.from(await readAll(response)).buffer,
  };
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
