import { tokensOf } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import type { SessionGrant } from '#shared/protocol/console-session.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { toResult, type Result } from '#shared/protocol/result.ts';
import {
  conversationsQuerySchema,
  fetchSchema,
  helloSchema,
  pullSchema,
  pushSchema,
} from '#shared/protocol/sync.ts';
import { openDatabase } from '../../database/database.ts';
import { answerCall } from '../../realtime/answer-call.ts';
import { fanOut } from '../../realtime/fan-out.ts';
import { createServices, type Services } from '../../services.ts';
import type { CommittedChange } from '../../sync/change-feed.ts';
import { greet } from '../../sync/hello.service.ts';
import { fetchTickets } from '../../sync/fetch.service.ts';
import { packPulled } from '#shared/protocol/pulled-rows.ts';
import { pullSince } from '../../sync/pull.service.ts';
import { pushMutations } from '../../sync/push.service.ts';
import { readConversations } from '../../sync/conversations.service.ts';
import { readSnapshotPage } from '../../sync/snapshot.service.ts';
import { findActor } from '../../users/profile.repo.ts';
import type { Channel, Message } from '../network/channel.ts';
import type { Network } from '../network/network.ts';
import type { Rng } from '../random.ts';
import type { Seams } from '../seams.ts';
import type { Disk } from '../storage/disk.ts';
import { nodeDialect } from '../storage/disk-dialect.ts';
import type { VirtualTime } from '../virtual-time.ts';
import { Process } from './process.ts';
import { takeFile } from './take-file.ts';
import { connectionsOf, type SimSession } from './sim-session.ts';

export interface SimNodeOptions {
  disk: Disk;
  network: Network;
  time: VirtualTime;
  rng: Rng;
  seams: Seams;
  /** Sees what the node sends, at the moment it sends it. */
  onSend: (userId: number, message: Message) => void;
  /** Sees each committed change, before anything of it is sent. */
  onCommitted: (change: CommittedChange) => void;
  /** Something failed that never may. */
  onFault: (what: string, error: unknown) => void;
}

const tokenSeconds = 15 * 60;
/** Few enough that every snapshot has several pages. */
const pageSize = 3;

/** The node: its real services on a disk that outlives it, and the simulated network in the place of socket.io and HTTP. */
export class SimNode {
  readonly machine = { skewMs: 0 };
  readonly disk: Disk;
  readonly #options: SimNodeOptions;
  #process: Process | null = null;
  #services: Services | null = null;
  readonly #sessions = new Map<string, SimSession>();
  /** Set while a disk fault explains what fails. */
  hadDiskFault = false;

  constructor(options: SimNodeOptions) {
    this.#options = options;
    this.disk = options.disk;
  }

  get isUp(): boolean {
    return this.#process?.isAlive === true;
  }

  get process(): Process | null {
    return this.#process;
  }

  /** @throws when the node is down; callers ask `isUp` first. */
  get services(): Services {
    if (this.#services === null || !this.isUp) throw new Error('The node is down');
    return this.#services;
  }

  async start(): Promise<void> {
    const { disk, network, time, rng, seams, onFault } = this.#options;
    const process = new Process('node');
    this.#process = process;
    process.onEnd(() => this.#onKilled());
    const opened = await openDatabase(nodeDialect(disk, process), (error) => onFault('effect', error), {
      // Between nothing and most of a group's limit: groups of every size.
      elapsedMs: () => time.nowMs + rng.below(4),
      nextTurn: () => Promise.resolve(),
    });
    const database = seams.database?.(opened) ?? opened;
    const services = createServices(database, {
      clock: time.clockOf(this.machine),
      random: (length) => rng.bytes(length),
      signingSecret: 'a secret for simulations alone',
      passwordCost: 4,
    });
    this.#services = services;
    const inner = connectionsOf(this.#sessions, (session, kind, data) => this.#send(session, kind, data));
    const connections = seams.connections?.(inner) ?? inner;
    services.feed.subscribe((change) => {
      if (!process.isAlive) return;
      this.#options.onCommitted(change);
      fanOut(connections, change);
    });
    services.feed.subscribeScopes((userId) => this.#endScopes(userId));
    network.accept = (channel) => this.#accept(channel);
  }

  #onKilled(): void {
    this.#options.network.accept = null;
    this.#sessions.clear();
    for (const channel of this.#options.network.channels) channel.abandonNode();
  }

  #endScopes(userId: number): void {
    if (this.#options.seams.endsChangedScopes === false) return;
    for (const session of this.#sessions.values()) {
      if (session.actor.id !== userId) continue;
      this.#bye(session, 'scope_changed');
    }
  }

  #bye(session: SimSession, reason: string): void {
    this.#send(session, 'bye', { reason });
    session.channel.closeFromNode();
  }

  #send({ channel, actor }: SimSession, kind: string, data: unknown): void {
    this.#put(channel, actor.id, { kind, id: 0, text: JSON.stringify(data) });
  }

  #put(channel: Channel, userId: number | null, message: Message): void {
    const { seams, onSend } = this.#options;
    const sent = seams.fromNode === undefined ? message : seams.fromNode(message);
    if (sent === null || !channel.hasNode) return;
    if (userId !== null) onSend(userId, sent);
    channel.sendToConsole(sent);
  }

  #accept(channel: Channel): void {
    if (channel.kind === 'request') {
      channel.nodeEnd = {
        receive: ({ kind, text }) => this.#answerRequest(channel, kind, JSON.parse(text)),
        onEnd: () => {},
      };
      return;
    }
    let session: SimSession | null = null;
    channel.nodeEnd = {
      receive: (message) => {
        if (session !== null) return this.#answer(session, message);
        void toResult(() => this.#verify(JSON.parse(message.text) as string)).then((result) => {
          if (result.ok && channel.hasNode) session = this.#admit(channel, result.value);
          const opened: Result<null> = result.ok ? { ok: true, value: null } : result;
          this.#put(channel, null, { kind: 'opened', id: 0, text: JSON.stringify(opened) });
        });
      },
      onEnd: () => {
        if (session !== null) this.#sessions.delete(session.id);
      },
    };
  }

  #admit(channel: Channel, { actor, expiresAt }: { actor: Actor; expiresAt: number }): SimSession {
    const { time } = this.#options;
    const session: SimSession = { id: `s${channel.id}`, channel, actor, tokens: new Set() };
    this.#sessions.set(session.id, session);
    if (this.#process !== null) {
      time.timersOf(this.#process).after(expiresAt - this.services.clock.now(), () => {
        if (this.#sessions.has(session.id)) this.#bye(session, 'token_expired');
      });
    }
    return session;
  }

  #answer(session: SimSession, { kind, id, text }: Message): void {
    const { services } = this;
    const { actor, channel } = session;
    const payload: unknown = JSON.parse(text);
    const answer = (result: Result<unknown>): void =>
      this.#put(channel, actor.id, { kind: 'answer', id, text: JSON.stringify(result) });
    if (kind === 'hello') {
      answerCall(helloSchema, payload, answer, async (hello) => {
        session.tokens = new Set(tokensOf(actor));
        return greet(services, actor, hello);
      });
    } else if (kind === 'push') {
      const deps = { ...services, onFault: (error: unknown) => this.#options.onFault('mutation', error) };
      answerCall(pushSchema, payload, answer, (push) => {
        const decide = (asked: typeof push) => pushMutations(deps, actor, asked);
        return this.#options.seams.push?.(this, push, decide) ?? decide(push);
      });
    } else if (kind === 'fetch') {
      answerCall(fetchSchema, payload, answer, ({ tickets }) =>
        fetchTickets(services.database, actor, tickets),
      );
    } else {
      answerCall(pullSchema, payload, answer, async ({ cursor }) =>
        packPulled(await pullSince(services.database, actor, cursor)),
      );
    }
  }

  #answerRequest(channel: Channel, kind: string, payload: unknown): void {
    let userId: number | null = null;
    void toResult(async () => {
      if (kind === 'signIn' || kind === 'refresh') return this.#grant((payload as { userId: number }).userId);
      const { token, ...asked } = payload as { token: string };
      const { actor } = await this.#verify(token);
      userId = actor.id;
      if (kind === 'conversations') {
        return readConversations(this.services.database, actor, conversationsQuerySchema.parse(asked).ids);
      }
      if (kind === 'file') return takeFile(this.services, actor, asked);
      const { after, tokens } = asked as { after: string | null; tokens?: string };
      return readSnapshotPage(this.services, actor, { after: after ?? undefined, tokens, limit: pageSize });
    }).then((result) => {
      this.#put(channel, userId, { kind: 'answer', id: 0, text: JSON.stringify(result) });
      channel.closeFromNode();
    });
  }

  async #grant(userId: number): Promise<SessionGrant> {
    const { database, clock } = this.services;
    const user = await findActor(database.db, userId);
    if (user === null || !user.is_active) throw new DeskError('signed_out', 'You are signed out');
    const access_token = `${userId}.${clock.now() + tokenSeconds * 1000}`;
    return { access_token, expires_in: tokenSeconds, user };
  }

  /** As the node's own check of an access token: good while it lasts and its user may act. */
  async #verify(token: string): Promise<{ actor: Actor; expiresAt: number }> {
    const { database, clock } = this.services;
    const [userId, expiresAt] = token.split('.').map(Number);
    const actor = await findActor(database.db, userId ?? 0);
    if (actor === null || !actor.is_active || (expiresAt ?? 0) <= clock.now()) {
      throw new DeskError('signed_out', 'You are signed out');
    }
    return { actor, expiresAt: expiresAt ?? 0 };
  }
}
