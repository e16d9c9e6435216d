import { fork, type ChildProcess } from 'node:child_process';
import type { ForkOptions, UtilityProcess, utilityProcess as ElectronUtilityProcess } from 'electron';
import { StandInEmitter } from './emitter.ts';
import type { Implemented } from './implemented.ts';
import { strict } from './strict.ts';

const childSetup = new URL('./utility-child.ts', import.meta.url).href;

/** A utility process is a Node process of its own, with a port to its parent. */
export class StandInUtilityProcess extends StandInEmitter {
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super();
    const output = options.stdio === 'pipe' ? 'pipe' : 'inherit';
    this.#child = fork(modulePath, args, {
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', childSetup],
      // As under Electron: what is not passed is not there.
      env: (options.env ?? process.env) as NodeJS.ProcessEnv,
      serialization: 'advanced',
      stdio: ['ignore', output, output, 'ipc'],
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout;
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr;
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}) {
    return strict('UtilityProcess', new StandInUtilityProcess(modulePath, args, options));
  },
};

utilityProcess satisfies {
  fork: (
    ...args: Parameters<(typeof ElectronUtilityProcess)['fork']>
  ) => Implemented<UtilityProcess, StandInUtilityProcess>;
};
