import { z } from 'zod';
import type { TelegramSettings, WhatsAppSettings } from './channel-settings.ts';
import { download, tooLarge, type Download } from './download.ts';
import { askPeer, describeSilence, hideSecret } from './json-peer.ts';

export interface MediaCall {
  /** What the messenger calls the file. */
  fileId: string;
  maxBytes: number;
  signal: AbortSignal;
}

const telegramFile = z.object({
  ok: z.literal(true),
  result: z.object({ file_path: z.string().optional(), file_size: z.int().optional() }),
});
const telegramRefusal = z.object({ ok: z.literal(false), description: z.string() });

/** Telegram: getFile says where it lies for an hour; files of more than 20 MB are never given. */
export async function fetchTelegramMedia(
  { api_url, token }: TelegramSettings,
  { fileId, maxBytes, signal }: MediaCall,
): Promise<Download> {
  try {
    const url = `${api_url}/bot${token}/getFile`;
    const { status, statusText, body } = await askPeer({ url, body: { file_id: fileId }, signal });
    const file = telegramFile.safeParse(body).data?.result;
    if (file?.file_path === undefined) {
      const reason = telegramRefusal.safeParse(body).data?.description ?? statusText;
      return { kind: 'failed', reason: hideSecret(`${status} ${reason}`, token), isFinal: status === 400 };
    }
    if ((file.file_size ?? 0) > maxBytes) return tooLarge;
    // Segments that would leave the folder are no paths of Telegram.
    const path = file.file_path.split('/').map(encodeURIComponent).join('/');
    return await download(`${api_url}/file/bot${token}/${path}`, { maxBytes, signal });
  } catch (error) {
    return { kind: 'failed', reason: describeSilence(error), isFinal: false };
  }
}

const whatsAppFile = z.object({ url: z.url(), file_size: z.int().optional() });
const graphHosts = /(^|\.)(facebook\.com|fbsbx\.com|whatsapp\.net)$/;

/** WhatsApp: the media's own address says where it lies for five minutes, for whoever has the token. */
export async function fetchWhatsAppMedia(
  { api_url, token }: WhatsAppSettings,
  { fileId, maxBytes, signal }: MediaCall,
): Promise<Download> {
  const headers = { authorization: `Bearer ${token}` };
  const about = await download(`${api_url}/${encodeURIComponent(fileId)}`, {
    headers,
    maxBytes: 100_000,
    signal,
  });
  if (about.kind === 'failed') return about;
  const file = whatsAppFile.safeParse(parse(about.bytes.toString('utf8'))).data;
  if (file === undefined) return { kind: 'failed', reason: 'The file has no address', isFinal: true };
  if ((file.file_size ?? 0) > maxBytes) return tooLarge;
  const { origin, hostname, protocol } = new URL(file.url);
  // The token goes to nobody else.
  const isTheirs = origin === new URL(api_url).origin || (protocol === 'https:' && graphHosts.test(hostname));
  if (!isTheirs) return { kind: 'failed', reason: `The file lies at ${hostname}`, isFinal: true };
  return download(file.url, { headers, maxBytes, signal });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
