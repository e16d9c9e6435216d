import {
  sessionCookie,
  sessionGrantSchema,
  sessionPath,
  type SessionGrant,
} from '../protocol/console-session.ts';
import type { Result } from '../protocol/result.ts';
import type { SessionPort, Timers } from './host.ts';
import { parseAnswer, request, type HttpAnswer, type HttpFetch } from './node-http.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Where a host without a cookie jar keeps the value of the session's cookie: encrypted, readable by nobody else. */
export interface CookieStore {
  load: () => Promise<string | null>;
  save: (value: string | null) => Promise<void>;
}

export interface SessionClientOptions {
  /** `http://host:port`, without a path. */
  nodeUrl: string;
  fetch: HttpFetch;
  timers: Timers;
  /** Left out in a browser, which keeps the HttpOnly cookie itself. */
  cookieStore?: CookieStore;
}

/** Signing in at the node's console session (protocol/console-session.ts). Never throws. */
export function createSessionClient({
  nodeUrl,
  fetch,
  timers,
  cookieStore,
}: SessionClientOptions): SessionPort {
  const url = `${nodeUrl.replace(/\/+$/, '')}${sessionPath}`;
  const jar = cookieStore === undefined ? undefined : createJar(cookieStore);
  let refreshing: Promise<Result<SessionGrant>> | undefined;

  async function ask(
    method: 'POST' | 'DELETE',
    address: string,
    body?: unknown,
  ): Promise<Result<HttpAnswer>> {
    const cookie = await jar?.load();
    const answer = await request({ fetch, timers }, address, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(typeof cookie === 'string' ? { cookie: `${sessionCookie}=${cookie}` } : {}),
      },
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.ok && jar !== undefined) await jar.take(answer.value);
    return answer;
  }

  async function refresh(): Promise<Result<SessionGrant>> {
    if (jar !== undefined && (await jar.load()) === null) {
      return { ok: false, error: { kind: 'signed_out', message: 'Nobody is signed in' } };
    }
    const answer = await ask('POST', `${url}/refresh`);
    return answer.ok ? parseAnswer(answer.value, sessionGrantSchema) : answer;
  }

  return {
    signIn: async (args) => {
      const answer = await ask('POST', url, args);
      return answer.ok ? parseAnswer(answer.value, sessionGrantSchema) : answer;
    },
    // The node replaces the refresh token with each use and takes a second use for theft, so only one may be under way.
    refresh: () => {
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
    signOut: async () => {
      await ask('DELETE', url);
      await jar?.forget();
    },
  };
}

/** A jar of one cookie. What the store cannot keep lasts until the process ends: then its owner signs in again. */
function createJar(store: CookieStore) {
  let held: Promise<string | null> | undefined;

  function keep(value: string | null): Promise<void> {
    held = Promise.resolve(value);
    return store.save(value).catch(() => undefined);
  }

  return {
    load: () => (held ??= store.load().catch(() => null)),
    take: async ({ response }: HttpAnswer) => {
      const change = readSessionCookie(response.headers);
      if (change !== undefined) await keep(change);
    },
    forget: () => keep(null),
  };
}
