import type { Clock } from '../model/clock.ts';
import type { SessionGrant, SignIn } from '../protocol/console-session.ts';
import type { Session } from '../protocol/sync-status.ts';
import { valueOf, type Result } from '../protocol/result.ts';
import type { SessionPort } from './host.ts';
import type { IdentityKeeper } from './identity-keeper.ts';

/** An access token is renewed this long before it ends. */
const renewBeforeMs = 60_000;

export interface SessionKeeperDeps {
  port: SessionPort;
  owner: IdentityKeeper;
  clock: Clock;
  nodeUrl: string;
  isDurable: boolean;
  onChanged: (session: Session) => void;
}

/** Who is signed in, and the short-lived token that proves it. The token lives in memory alone. */
export class SessionKeeper {
  readonly #deps: SessionKeeperDeps;
  #token: { text: string; expiresAt: number } | null = null;

  constructor(deps: SessionKeeperDeps) {
    this.#deps = deps;
  }

  get state(): Session {
    const { nodeUrl: node_url, isDurable: is_durable, owner } = this.#deps;
    const user = owner.current?.user;
    if (user === undefined) return { state: 'signed_out', node_url };
    return { state: 'signed_in', node_url, user, is_durable };
  }

  /** Asks the node to accept these words. Fails with the node's answer; nothing is changed then. */
  async signIn(args: SignIn): Promise<void> {
    await this.#accept(valueOf(await this.#deps.port.signIn(args)));
  }

  /** When the token in hand should be renewed, ms UTC; at once when there is none. */
  get renewAt(): number {
    return this.#token === null ? 0 : this.#token.expiresAt - renewBeforeMs;
  }

  /**
   * A token that the node will take: the present one while it lasts, or a new one.
   * @throws when the user has changed and the disk does not take that
   */
  async accessToken(): Promise<Result<string>> {
    const { clock, port, owner } = this.#deps;
    if (this.#token !== null && this.#token.expiresAt - renewBeforeMs > clock.now()) {
      return { ok: true, value: this.#token.text };
    }
    const granted = await port.refresh();
    if (!granted.ok) return granted;
    if (granted.value.user.id !== owner.current?.user.id) {
      return {
        ok: false,
        error: { kind: 'signed_out', message: 'Another user has signed in on this computer' },
      };
    }
    await this.#accept(granted.value);
    return { ok: true, value: granted.value.access_token };
  }

  /** The node refused this token (the present one, when left out): the next one must be new. */
  dropToken(refused?: string): void {
    if (refused === undefined || refused === this.#token?.text) this.#token = null;
  }

  async signOut(options: { discardUnsent: boolean }): Promise<void> {
    this.#token = null;
    await this.#deps.owner.leave(options);
    await this.#deps.port.signOut();
    this.#deps.onChanged(this.state);
  }

  async #accept({ access_token, expires_in, user }: SessionGrant): Promise<void> {
    const { clock, owner, onChanged } = this.#deps;
    this.#token = { text: access_token, expiresAt: clock.now() + expires_in * 1000 };
    if (JSON.stringify(owner.current?.user) === JSON.stringify(user)) return;
    try {
      await owner.enter(user);
    } catch (error) {
      // Without the user that it is for, there is no token either: the next try asks anew.
      this.dropToken(access_token);
      throw error;
    }
    onChanged(this.state);
  }
}
