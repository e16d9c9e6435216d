/**
 * Keeps the console's own files in the browser, so that it starts without the node (renderer/shell.worker.ts). Answers
 * whether the browser takes part: plain http to another machine, for one, has no service workers.
 */
export async function keepOfflineShell(): Promise<boolean> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    return true;
  } catch {
    // Not reachable or not allowed: the next start tries again.
    return false;
  }
}

/** Loads the newest console: for a node that says this one is too old. */
export async function reloadNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  await registration?.update().catch(() => undefined);
  const fresh = registration?.installing ?? registration?.waiting;
  if (fresh) await activation(fresh);
  location.reload();
}

function activation(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve();
    });
  });
}
