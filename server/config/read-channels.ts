import type { EmailSettings } from '../channels/email.ts';
import type { WhatsAppSettings } from '../channels/whatsapp.ts';
import { StartRefused } from '../process/start-refused.ts';

/** How the node reaches people; what is null is not configured. Holds secrets. */
export interface ChannelSettings {
  readonly email: EmailSettings | null;
  readonly whatsApp: WhatsAppSettings | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const defaultWhatsAppApi = 'https://graph.facebook.com/v21.0';

/** Said without the values, which hold secrets. @throws StartRefused */
export function readChannels(env: Environment): ChannelSettings {
  const value = (name: string): string | null => {
    const text = env[name]?.trim() ?? '';
    return text === '' ? null : text;
  };
  const together = (...names: [string, string]): [string, string] | null => {
    const [first, second] = [value(names[0]), value(names[1])];
    if (first !== null && second !== null) return [first, second];
    if (first === null && second === null) return null;
    throw new StartRefused(`${names[0]} and ${names[1]} must be set together`);
  };
  const email = together('WAYPOST_SMTP_URL', 'WAYPOST_SMTP_FROM');
  const whatsApp = together('WAYPOST_WHATSAPP_TOKEN', 'WAYPOST_WHATSAPP_PHONE_ID');
  return {
    email:
      email === null
        ? null
        : { url: readUrl('WAYPOST_SMTP_URL', email[0], ['smtp:', 'smtps:']), from: email[1] },
    whatsApp:
      whatsApp === null
        ? null
        : {
            token: whatsApp[0],
            phoneNumberId: readPhoneId(whatsApp[1]),
            apiUrl: readUrl('WAYPOST_WHATSAPP_API', value('WAYPOST_WHATSAPP_API') ?? defaultWhatsAppApi, [
              'https:',
              'http:',
            ]).replace(/\/+$/, ''),
          },
  };
}

function readUrl(name: string, text: string, protocols: readonly string[]): string {
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new StartRefused(`${name} must be an address that begins with ${protocols.join('// or ')}//`);
}

function readPhoneId(text: string): string {
  if (/^\d{1,30}$/.test(text)) return text;
  throw new StartRefused(
    'WAYPOST_WHATSAPP_PHONE_ID must be the number id of the WhatsApp Cloud API, digits alone',
  );
}
