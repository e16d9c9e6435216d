import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { StandInEmitter } from './emitter.ts';
import type { Implemented } from './implemented.ts';
import { record } from './record.ts';

/** The steps by which a real app ends, filled in by the parts that know windows and the browser. */
interface EndSteps {
  /** False when a window refuses. */
  closeWindows: () => boolean;
  closeBrowser: () => Promise<void>;
}

class StandInApp extends StandInEmitter {
  readonly isPackaged = process.env['WAYPOST_STAND_IN_PACKAGED'] === '1';
  /** There is one on macOS only. */
  readonly dock = undefined;
  isSandboxEnabled = false;
  endSteps: EndSteps = { closeWindows: () => true, closeBrowser: async () => {} };
  #isReady = false;
  readonly #pathByName = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  /** Electron is ready once the app's entry module has run. */
  becomeReady(): void {
    this.#isReady = true;
    this.emit('ready');
    this.#ready.resolve();
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() has to come before `ready`');
    this.isSandboxEnabled = true;
  }

  getLocale(): string {
    return 'en-US';
  }

  getName(): string {
    return 'waypost';
  }

  getVersion(): string {
    return '0.0.0-stand-in';
  }

  getPath(name: string): string {
    const path = this.#pathByName.get(name);
    if (path === undefined) throw new Error(`The stand-in has no path "${name}" of its own: set it first`);
    return path;
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true });
    this.#pathByName.set(name, path);
  }

  /** Where the browser keeps its own things, as under Electron. */
  get browserDir(): string {
    return join(this.getPath('userData'), 'browser');
  }

  setAsDefaultProtocolClient(protocol: string): boolean {
    record.protocols.push(protocol);
    return true;
  }

  setLoginItemSettings({ openAtLogin = false }: { openAtLogin?: boolean }): void {
    record.isStartedAtLogin = openAtLogin;
  }

  requestSingleInstanceLock(): boolean {
    return true;
  }

  setBadgeCount(count = 0): boolean {
    record.badgeCount = count;
    return true;
  }

  quit(): void {
    if (!this.emitPreventable('before-quit') || !this.endSteps.closeWindows()) return;
    if (this.emitPreventable('will-quit')) this.exit(0);
  }

  exit(exitCode = 0): void {
    void this.endSteps.closeBrowser().finally(() => {
      this.emit('quit', {}, exitCode);
      process.exit(exitCode);
    });
  }
}

export const standInApp = new StandInApp();
standInApp satisfies Implemented<App, StandInApp, 'dock'>;
