import type { ProxyConfig, Session } from 'electron';
import type { UpdateStatus } from '#shared/protocol/desktop-state.ts';
import { isNewer } from './version-order.ts';
import type { Log } from './log.ts';

/** electron-updater, as far as it is used here. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  allowPrerelease: boolean;
  disableWebInstaller: boolean;
  /** Its own, apart from the windows'. */
  readonly netSession: Pick<Session, 'setProxy'>;
  setFeedURL(options: { provider: 'generic'; url: string }): void;
  checkForUpdates(): Promise<{ updateInfo: { version: string } } | null>;
  downloadUpdate(): Promise<unknown>;
  quitAndInstall(): void;
  on(event: 'download-progress', listener: (progress: { percent: number }) => void): unknown;
}

interface UpdatesOptions {
  /** Loaded when it is first needed: most installations never look for updates. */
  readonly load: () => Promise<Updater>;
  readonly currentVersion: string;
  /** Whether this app came as a package, which alone can be replaced. */
  readonly isInstalled: boolean;
  readonly proxy: () => ProxyConfig;
  readonly now: () => number;
  readonly log: Log;
  readonly onStatus: (status: UpdateStatus) => void;
}

const everyMs = 6 * 60 * 60 * 1000;

/**
 * The app's own next versions, from an address that its organisation runs. Off until one is given; what is found there is
 * taken only when it is newer, however it is called. It is installed when the app ends.
 */
export class Updates {
  readonly #options: UpdatesOptions;
  #status: UpdateStatus = { state: 'off' };
  #url: string | null = null;
  #updater: Promise<Updater> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  get status(): UpdateStatus {
    return this.#status;
  }

  /** Null looks nowhere from now on. */
  configure(url: string | null): void {
    if (url === this.#url) return;
    clearInterval(this.#timer);
    this.#url = this.#options.isInstalled ? url : null;
    if (this.#url === null) return this.#show({ state: 'off' });
    this.#show({ state: 'idle', checked_at: null });
    this.#timer = setInterval(() => void this.check(), everyMs).unref();
    void this.check();
  }

  /** Looks now; a newer version is fetched at once. */
  async check(): Promise<UpdateStatus> {
    const url = this.#url;
    if (url === null || this.#status.state === 'checking' || this.#status.state === 'fetching')
      return this.#status;
    if (this.#status.state === 'ready') return this.#status;
    this.#show({ state: 'checking' });
    try {
      await this.#look(url);
    } catch (error) {
      this.#options.log('warn', 'Updates could not be looked for', { reason: String(error) });
      this.#show({
        state: 'failed',
        reason: error instanceof Error ? (error.message.split('\n', 1)[0]?.slice(0, 200) ?? '') : '',
      });
    }
    return this.#status;
  }

  /** Ends the app and starts the version that is ready. */
  async install(): Promise<void> {
    if (this.#status.state === 'ready') (await this.#updater)?.quitAndInstall();
  }

  async #look(url: string): Promise<void> {
    const updater = await this.#prepare(url);
    const found = await updater.checkForUpdates();
    const version = found?.updateInfo.version;
    if (version === undefined || !isNewer(version, this.#options.currentVersion)) {
      return this.#show({ state: 'idle', checked_at: this.#options.now() });
    }
    this.#show({ state: 'fetching', version, percent: 0 });
    await updater.downloadUpdate();
    this.#show({ state: 'ready', version });
  }

  async #prepare(url: string): Promise<Updater> {
    this.#updater ??= this.#options.load().then((loaded) => {
      loaded.on('download-progress', ({ percent }) => {
        if (this.#status.state === 'fetching') this.#show({ ...this.#status, percent: Math.floor(percent) });
      });
      return loaded;
    });
    const updater = await this.#updater;
    updater.setFeedURL({ provider: 'generic', url });
    // After the address: a channel in it would allow to go back.
    updater.allowDowngrade = false;
    updater.allowPrerelease = false;
    updater.disableWebInstaller = true;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = true;
    await updater.netSession.setProxy(this.#options.proxy());
    return updater;
  }

  #show(status: UpdateStatus): void {
    this.#status = status;
    this.#options.onStatus(status);
  }
}
