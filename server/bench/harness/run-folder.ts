import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchDir } from './places.ts';

/** Everything this run writes besides its reports; removed at the end, also when it is broken off. */
export interface RunFolder extends Disposable {
  /** A new, empty folder. */
  make: (name: string) => string;
}

export function createRunFolder(): RunFolder {
  const path = join(benchDir, `run-${process.pid}`);
  mkdirSync(path, { recursive: true });
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  let made = 0;
  return {
    make: (name) => {
      made += 1;
      const folder = join(path, `${made}-${name}`);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    [Symbol.dispose]: remove,
  };
}
