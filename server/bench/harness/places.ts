import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** The node as it is shipped; `npm run bench` has built it. */
export const nodeEntry = join(root, 'build/out/server/start.js');

/** Reports and profiles, kept; and the run's own files, which lie on a real disk where a temporary folder may not. */
export const benchDir = join(root, 'build/out/bench');

/** A program of this folder that runs as a process of its own. */
export const benchProgram = (name: string): string => join(import.meta.dirname, '..', name);
