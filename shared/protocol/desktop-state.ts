import { z } from 'zod';

/** Where a node is: at an address, or run by the app on this computer. */
export const nodePlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('remote'),
    /** `https://host:port`, without a path. */
    url: z.string().max(2000),
  }),
  z.strictObject({ kind: z.literal('host') }),
]);
export type NodePlace = z.infer<typeof nodePlaceSchema>;

/** Who may connect to the node on this computer. */
export const audiences = ['this_computer', 'network'] as const;

export const hostSettingsSchema = z.strictObject({
  /** Null lets the system choose, and keeps what it chose. */
  port: z.int().min(1).max(65_535).nullable(),
  audience: z.enum(audiences),
  /** To be shown: only main chooses it, by asking the person. */
  data_dir: z.string(),
});
export type HostSettings = z.infer<typeof hostSettingsSchema>;

/** A time of day on this computer's clock, `22:30`. */
const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export const notificationPreferencesSchema = z.strictObject({
  is_on: z.boolean(),
  has_sound: z.boolean(),
  /** Whether what a customer wrote may be read off the screen. */
  shows_text: z.boolean(),
  /** Calls through the taskbar or the dock as well, while no window is in front. */
  flashes: z.boolean(),
  /** In between, nothing is shown; afterwards, how much came. The hours may go over midnight. */
  quiet: z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema }).nullable(),
});
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>;

/** A key combination as Electron names it: `CommandOrControl+Shift+Y`. */
export const acceleratorSchema = z
  .string()
  .regex(
    /^(?:(?:CommandOrControl|Control|Alt|Shift|Super)\+){1,4}(?:[A-Z\d]|F\d{1,2}|Space|Insert|Home|End|Up|Down|Left|Right)$/,
  );

/** By which road the app reaches its node, and looks for updates. */
export const proxyPreferencesSchema = z.discriminatedUnion('kind', [
  /** As the system is set, which may be by a script of the organisation. */
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('direct') }),
  z.strictObject({
    kind: z.literal('manual'),
    /** `proxy.example:8080`. */
    server: z.string().regex(/^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?:\d{1,5}$/i),
    /** Hosts that are reached without it, with commas between. */
    bypass: z
      .string()
      .max(1000)
      .regex(/^[\w.*:,<> /-]*$/),
  }),
  z.strictObject({ kind: z.literal('pac'), url: z.url({ protocol: /^https?$/ }).max(2000) }),
]);
export type ProxyPreferences = z.infer<typeof proxyPreferencesSchema>;

/** The app's manners on this computer. */
export const preferencesSchema = z.strictObject({
  is_closed_to_tray: z.boolean(),
  is_started_at_login: z.boolean(),
  notifications: notificationPreferencesSchema,
  /** Brings the app to the front from anywhere; null for none. */
  global_shortcut: acceleratorSchema.nullable(),
  /** Languages in which words are checked; none checks nothing. Their dictionaries are fetched when first needed. */
  spell_check: z.array(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/)).max(8),
  proxy: proxyPreferencesSchema,
  /** Where new versions of the app are looked for, over https; null looks nowhere. */
  update_url: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const desktopStateSchema = z.strictObject({
  /** Null before the first choice: the app asks then. */
  current: nodePlaceSchema.nullable(),
  /** Every node chosen so far, the one chosen last first. */
  nodes: z.array(nodePlaceSchema),
  /** Whether the environment names the node, so that nothing can be chosen. */
  is_fixed: z.boolean(),
  host: hostSettingsSchema,
  preferences: preferencesSchema,
  /** Whether another program has the key combination already. */
  is_shortcut_taken: z.boolean(),
});
export type DesktopState = z.infer<typeof desktopStateSchema>;

/** What was found at an address. */
export const nodeVerdictSchema = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.literal('good'),
    url: z.string(),
    version: z.string(),
    /** False when whoever is on the way can read along. */
    is_private: z.boolean(),
  }),
  z.strictObject({ verdict: z.literal('not_an_address') }),
  z.strictObject({
    verdict: z.literal('unreachable'),
    reason: z.enum(['no_such_host', 'refused', 'no_answer', 'no_network']),
  }),
  z.strictObject({
    verdict: z.literal('bad_certificate'),
    reason: z.enum(['untrusted', 'wrong_name', 'expired', 'other']),
  }),
  /** The address begins with https and the node does not speak it, or the other way round. */
  z.strictObject({ verdict: z.literal('wrong_protocol'), url: z.string() }),
  z.strictObject({ verdict: z.literal('not_waypost') }),
  z.strictObject({ verdict: z.literal('node_too_old'), version: z.string() }),
  z.strictObject({ verdict: z.literal('console_too_old'), version: z.string() }),
]);
export type NodeVerdict = z.infer<typeof nodeVerdictSchema>;

/** What came of a notification that was shown for a test, and why nothing did. */
export const notificationVerdictSchema = z.enum([
  'shown',
  'off',
  'quiet',
  'unsupported',
  'refused',
  'not_confirmed',
]);
export type NotificationVerdict = z.infer<typeof notificationVerdictSchema>;

/** What this app is made of, for whoever asks for help or gives it. */
export const aboutSchema = z.strictObject({
  app: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  /** `linux x64`. */
  system: z.string(),
  /** The wire's version: a node has to have the same. */
  protocol: z.int(),
  /** Languages that words can be checked in; none where the system checks by itself. */
  spell_check_languages: z.array(z.string()),
});
export type About = z.infer<typeof aboutSchema>;

/** How far the app is with its own next version. */
export const updateStatusSchema = z.discriminatedUnion('state', [
  /** Nowhere to look, or this app was not installed by a package. */
  z.strictObject({ state: z.literal('off') }),
  z.strictObject({ state: z.literal('idle'), checked_at: z.int().nullable() }),
  z.strictObject({ state: z.literal('checking') }),
  z.strictObject({ state: z.literal('fetching'), version: z.string(), percent: z.int() }),
  /** It is installed when the app ends, or at once when asked. */
  z.strictObject({ state: z.literal('ready'), version: z.string() }),
  z.strictObject({ state: z.literal('failed'), reason: z.string() }),
]);
export type UpdateStatus = z.infer<typeof updateStatusSchema>;

export const hostStatusSchema = z.strictObject({
  state: z.enum(['stopped', 'starting', 'running', 'failing']),
  /** Where it is, or is about to be; null when it is stopped. */
  url: z.string().nullable(),
  /** Where others in the network find it; none when it is for this computer alone. */
  addresses: z.array(z.string()),
  /** How often it ended by itself since it was started, and what it said last when it did. */
  failures: z.int(),
  reason: z.string().nullable(),
});
export type HostStatus = z.infer<typeof hostStatusSchema>;
