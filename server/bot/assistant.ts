import { z } from 'zod';
import type { AssistantSettings } from '../channels/channel-settings.ts';
import { askPeer, describeSilence, hideSecret } from '../channels/json-peer.ts';

/** One line of a conversation, in the words of the chat completions API. */
export interface AssistantLine {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export type AssistantAnswer = { kind: 'answered'; text: string } | { kind: 'failed'; reason: string };

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});
const refusal = z.object({ error: z.object({ message: z.string() }) });

/** As long as a customer waits before the FAQ speaks. */
const patienceMs = 20_000;
/** An answer in a messenger is a few sentences. */
const maxTokens = 500;

/** Asks any OpenAI-compatible endpoint for the next line of a conversation. Failures are values; none says the key. */
export async function askAssistant(
  { url, key, model }: AssistantSettings,
  messages: readonly AssistantLine[],
  signal: AbortSignal,
  timeoutMs = patienceMs,
): Promise<AssistantAnswer> {
  try {
    const { status, statusText, body } = await askPeer({
      url: `${url}/chat/completions`,
      ...(key === null ? {} : { headers: { authorization: `Bearer ${key}` } }),
      body: { model, messages, temperature: 0.2, max_tokens: maxTokens },
      signal,
      timeoutMs,
    });
    const [choice] = completion.safeParse(body).data?.choices ?? [];
    const text = choice?.message.content.trim() ?? '';
    if (status < 300 && text !== '') return { kind: 'answered', text };
    const reason = refusal.safeParse(body).data?.error.message ?? statusText;
    const said = `${status} ${reason === '' ? 'No answer in it' : reason}`;
    return { kind: 'failed', reason: hideSecret(said, key).slice(0, 500) };
  } catch (error) {
    return { kind: 'failed', reason: describeSilence(error) };
  }
}
