export interface StartedWorker {
  readonly worker: Worker;
  /** What the worker has thrown by now: null for nothing, empty when its script could not be loaded. */
  thrown: string | null;
}

let started: StartedWorker | null = null;

/** The one worker of this page, begun by whoever asks first. It opens no file before it is told that it may. */
export function startReplicaWorker(): StartedWorker {
  if (started !== null) return started;
  const worker = new Worker(new URL('./replica.worker.ts', import.meta.url), {
    type: 'module',
    name: 'waypost-replica',
  });
  const begun: StartedWorker = { worker, thrown: null };
  worker.addEventListener('error', (event) => (begun.thrown ??= event.message ?? ''));
  started = begun;
  return begun;
}
