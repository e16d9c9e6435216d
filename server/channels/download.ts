import { describeSilence } from './json-peer.ts';

export type Download =
  | { kind: 'fetched'; bytes: Buffer }
  /** `isFinal` when another attempt would end the same way. */
  | { kind: 'failed'; reason: string; isFinal: boolean };

const timeoutMs = 60_000;

export const tooLarge: Download = { kind: 'failed', reason: 'The file is too large', isFinal: true };

/** Fetches a file of at most so many bytes. Failures are values; none says the address, which may hold a secret. */
export async function download(
  url: string,
  {
    headers = {},
    maxBytes,
    signal,
  }: { headers?: Record<string, string>; maxBytes: number; signal: AbortSignal },
): Promise<Download> {
  try {
    const answer = await fetch(url, {
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      const isFinal = answer.status < 500 && answer.status !== 429;
      return { kind: 'failed', reason: `${answer.status} ${answer.statusText}`, isFinal };
    }
    const chunks: Uint8Array[] = [];
    let sizeBytes = 0;
    for await (const chunk of answer.body ?? []) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) return tooLarge;
      chunks.push(chunk);
    }
    return { kind: 'fetched', bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { kind: 'failed', reason: describeSilence(error), isFinal: false };
  }
}
