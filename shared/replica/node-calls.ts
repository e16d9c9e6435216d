import {
  conversationsPath,
  filesPath,
  snapshotNextHeader,
  snapshotPath,
} from '../protocol/console-session.ts';
import { conversationsSchema, snapshotPageSchema } from '../protocol/sync.ts';
import type { Transport } from './host.ts';
import { parseAnswer, request, requestFile, type HttpPort, type HttpRequest } from './node-http.ts';

/** Few tickets at first, so that the inbox shows at once; then more, for fewer requests. */
const firstPageSize = 100;
const nextPageSize = 1_500;

/** What goes to the node as plain HTTP, at `origin` (`http://host:port`): the snapshot, files, and whatever a page asks for. */
export function createNodeCalls(
  origin: string,
  port: HttpPort,
): Pick<Transport, 'snapshot' | 'conversations' | 'files' | 'request'> {
  return {
    snapshot: async (token, after, added, onNext) => {
      const url = `${origin}${snapshotPath}?${snapshotQuery(after, added)}`;
      const init = withToken(token, 'GET', { accept: 'application/json' });
      const answer = await request(port, url, init, (response) => {
        const next = response.headers.get(snapshotNextHeader);
        if (next !== null) onNext?.(next);
      });
      return answer.ok ? parseAnswer(answer.value, snapshotPageSchema) : answer;
    },
    conversations: async (token, ids) => {
      const init = withToken(token, 'POST', json, JSON.stringify({ ids }));
      const answer = await request(port, origin + conversationsPath, init);
      return answer.ok ? parseAnswer(answer.value, conversationsSchema) : answer;
    },
    files: {
      put: (token, uid, bytes) => {
        const init = withToken(token, 'PUT', { 'content-type': 'application/octet-stream' }, bytes);
        return requestFile(port, `${origin}${filesPath}/${uid}`, init);
      },
      get: (token, uid) => requestFile(port, `${origin}${filesPath}/${uid}`, withToken(token, 'GET')),
    },
    request: async (token, { method, target, body }) => {
      const headers = { accept: 'application/json, */*;q=0.5', ...(body === null ? {} : json) };
      const answer = await request(port, origin + target, withToken(token, method, headers, body));
      if (!answer.ok) return answer;
      const { response, body: text } = answer.value;
      const contentType = response.headers.get('content-type') ?? '';
      return { ok: true, value: { status: response.status, contentType, body: text } };
    },
  };
}

const json = { 'content-type': 'application/json' };

function snapshotQuery(after: string | null, added: readonly string[] | null): string {
  const place =
    after === null ? `limit=${firstPageSize}` : `limit=${nextPageSize}&after=${encodeURIComponent(after)}`;
  return added === null ? place : `${place}&tokens=${encodeURIComponent(added.join(' '))}`;
}

function withToken(
  token: string,
  method: HttpRequest['method'],
  headers: Readonly<Record<string, string>> = {},
  body: HttpRequest['body'] | null = null,
): HttpRequest {
  return {
    method,
    headers: { ...headers, authorization: `Bearer ${token}` },
    credentials: 'omit',
    ...(body === null ? {} : { body }),
  };
}
