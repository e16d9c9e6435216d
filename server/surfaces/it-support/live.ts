import type { IncomingMessage } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import { isStaff, type Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { adminSessionCookie } from '../../auth/admin-session.ts';
import type { Access, AuthService } from '../../auth/auth.service.ts';
import type { App } from '../../http/app.ts';
import { isSameOrigin } from '../../http/same-origin.ts';
import { toUtcDate } from '../../http/utc-date.ts';
import type { LiveEvent } from '../../realtime/live-feed.ts';
import { attachPlainSockets, type PlainFrame } from '../../realtime/plain-sockets.ts';
import type { Services } from '../../services.ts';
import { presentTurn } from './present-chat.ts';
import { presentAlert } from './present-dashboard.ts';
import { readHealth } from './read-health.ts';
import { shownStatus } from './rules.ts';

const path = '/ws';

/** "WebSocket Support": metrics, alerts, ticket status and chat messages, each to those who may see it. */
export function addLiveUpdates(app: App, services: Services): void {
  const { clock, auth, live, feed } = services;
  app.get(path, { schema: { summary: 'Live updates over a WebSocket' } }, () => {
    throw new DeskError('unsupported', 'This is a WebSocket: ask for an upgrade of the connection');
  });
  const sockets = attachPlainSockets(app.server, {
    path,
    clock,
    identify: (request) => identify(request, auth),
    isWelcome: ({ is_approved }) => is_approved,
    greet: (actor) => metricsFrame(services, actor),
    formatDate: toUtcDate,
    onFault: (error) => app.log.error({ err: error }, 'A listener could not be told'),
  });
  const stops = [
    live.subscribe((event) => sockets.broadcast((actor) => frameFor(services, event, actor))),
    feed.subscribeScopes((userId) => sockets.dismiss(userId)),
  ];
  app.addHook('preClose', async () => {
    for (const stop of stops) stop();
    sockets.close();
  });
}

async function metricsFrame(services: Services, actor: Actor): Promise<PlainFrame> {
  return { type: 'metrics', data: await readHealth(services, actor) };
}

/** What this user is told of the event; null when it is none of their business. */
function frameFor(
  services: Services,
  event: LiveEvent,
  actor: Actor,
): PlainFrame | null | Promise<PlainFrame> {
  const { type } = event;
  switch (type) {
    case 'metrics':
      return metricsFrame(services, actor);
    case 'alert':
      return { type, data: presentAlert(event.alert) };
    case 'ticket_status': {
      const { id, status, requester_id, updated_at } = event.ticket;
      const [shown, before] = [shownStatus[status], shownStatus[event.from]];
      if (shown === before || (!isStaff(actor) && requester_id !== actor.id)) return null;
      const data = {
        ticket_id: id,
        status: shown,
        previous_status: before,
        updated_at: toUtcDate(updated_at),
      };
      return { type, data };
    }
    case 'chat_message':
      return isStaff(actor) || event.turn.user_id === actor.id
        ? { type, data: presentTurn(event.turn) }
        : null;
  }
}

/** By `?token=`, by the Authorization header, or by an admin's cookie (contract, C33). */
async function identify({ url, headers }: IncomingMessage, auth: AuthService): Promise<Access | null> {
  const token = new URLSearchParams(url?.split('?')[1]).get('token');
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const cookie = fastifyCookie.parse(headers.cookie ?? '')[adminSessionCookie];
  try {
    if (token !== null) return await auth.verifyAccess(token);
    if (bearer !== undefined) return await auth.verifyAccess(bearer);
    // Browsers send the cookie along whichever site's page opens the socket.
    const isOwnPage = isSameOrigin(headers.origin, headers.host);
    return cookie !== undefined && isOwnPage ? await auth.verifyAdminSession(cookie) : null;
  } catch (error) {
    if (error instanceof DeskError && error.kind === 'signed_out') return null;
    throw error;
  }
}
