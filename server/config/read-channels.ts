import { channelSettings, type ChannelName, type ChannelSettings } from '../channels/channel-settings.ts';
import { StartRefused } from '../process/start-refused.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Which variable holds which field; the first ones belong together, the rest may be left out. */
const variables = {
  email: { required: { url: 'WAYPOST_SMTP_URL', from: 'WAYPOST_SMTP_FROM' }, optional: {} },
  whatsapp: {
    required: { token: 'WAYPOST_WHATSAPP_TOKEN', phone_number_id: 'WAYPOST_WHATSAPP_PHONE_ID' },
    optional: {
      app_secret: 'WAYPOST_WHATSAPP_APP_SECRET',
      verify_token: 'WAYPOST_WHATSAPP_VERIFY_TOKEN',
      api_url: 'WAYPOST_WHATSAPP_API',
    },
  },
  telegram: {
    required: { token: 'WAYPOST_TELEGRAM_TOKEN' },
    optional: {
      webhook_secret: 'WAYPOST_TELEGRAM_WEBHOOK_SECRET',
      updates: 'WAYPOST_TELEGRAM_UPDATES',
      app_url: 'WAYPOST_TELEGRAM_APP_URL',
      language: 'WAYPOST_TELEGRAM_LANGUAGE',
      api_url: 'WAYPOST_TELEGRAM_API',
    },
  },
  assistant: {
    required: { url: 'WAYPOST_AI_URL', model: 'WAYPOST_AI_MODEL' },
    optional: { key: 'WAYPOST_AI_KEY' },
  },
} as const satisfies Record<
  ChannelName,
  { required: Record<string, string>; optional: Record<string, string> }
>;

/** What the environment says of the channels; what it says nothing of is null. @throws StartRefused */
export function readChannels(env: Environment): ChannelSettings {
  return {
    email: readChannel('email', env),
    whatsapp: readChannel('whatsapp', env),
    telegram: readChannel('telegram', env),
    assistant: readChannel('assistant', env),
  };
}

/** Said without the values, which hold secrets. */
function readChannel<Name extends ChannelName>(name: Name, env: Environment): ChannelSettings[Name] {
  const { required, optional } = variables[name];
  const given = readVariables(required, env);
  const missing = Object.values(required).filter((variable) => !isSet(env[variable]));
  if (Object.keys(given).length === 0) return null;
  if (missing.length > 0) {
    throw new StartRefused(`${Object.values(required).join(' and ')} must be set together`);
  }
  const parsed = channelSettings[name].safeParse({ ...given, ...readVariables(optional, env) });
  if (parsed.success) return parsed.data as ChannelSettings[Name];
  const [issue] = parsed.error.issues;
  const byField: Readonly<Record<string, string>> = { ...required, ...optional };
  throw new StartRefused(`${byField[String(issue?.path[0])] ?? name} ${issue?.message ?? 'is not valid'}`);
}

const isSet = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

function readVariables(names: Readonly<Record<string, string>>, env: Environment): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [field, variable] of Object.entries(names)) {
    const text = env[variable];
    if (isSet(text)) given[field] = text.trim();
  }
  return given;
}
