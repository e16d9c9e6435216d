import { composerFor, withReturnedText } from './composer.ts';
import type { SliceContext } from './slice.ts';

/** Puts a text that came back into the composer, which keeps what is being written there. */
export async function showReturnedText(
  { bridge, get, set }: SliceContext,
  ticketUid: string,
  written: string,
): Promise<void> {
  if (get().openUid !== ticketUid) return;
  const result = await bridge.call('tickets.get', { uid: ticketUid });
  if (!result.ok || result.value === null || get().openUid !== ticketUid) return;
  const revision = (get().composer?.revision ?? 0) + 1;
  const fresh = { ...composerFor(result.value), revision, savedRevision: revision };
  set({
    detail: result.value,
    composer: withReturnedText(fresh, written),
    wantedMode: fresh.mode,
  });
  await get().flushDraft();
}
