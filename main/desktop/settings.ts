import { z } from 'zod';
import { uidSchema } from '#shared/model/uid.ts';
import {
  audiences,
  nodePlaceSchema,
  preferencesSchema,
  type NodePlace,
  type Preferences,
} from '#shared/protocol/desktop-state.ts';
import { desktopLanguages } from '#shared/protocol/desktop-menu.ts';
import type { Language } from '../words/words.ts';

const windowBoundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  is_maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof windowBoundsSchema>;

const ticketWindowBoundsSchema = windowBoundsSchema.extend({ ticket_uid: uidSchema });
export type TicketWindowBounds = z.infer<typeof ticketWindowBoundsSchema>;

const portSchema = z.int().min(1).max(65_535).nullable();

const storedHostSchema = z.strictObject({
  port: portSchema,
  audience: z.enum(audiences),
  /** Null is the folder inside the app's own. */
  data_dir: z.string().nullable(),
  /** The port that the system chose last: consoles and links find the node there again. */
  last_port: portSchema,
});
export type StoredHost = z.infer<typeof storedHostSchema>;

/** All that the settings file holds. Secrets are elsewhere (secrets.ts). */
const defaults = {
  current_node: null as NodePlace | null,
  nodes: [] as NodePlace[],
  host: { port: null, audience: 'this_computer', data_dir: null, last_port: null } as StoredHost,
  preferences: {
    is_closed_to_tray: true,
    is_started_at_login: false,
    notifications: { is_on: true, has_sound: true, shows_text: true, flashes: true, quiet: null },
    global_shortcut: null,
    spell_check: [],
    proxy: { kind: 'system' },
    update_url: null,
  } as Preferences,
  main_window: null as WindowBounds | null,
  /** Where tickets had windows of their own, the latest first. */
  ticket_windows: [] as TicketWindowBounds[],
  /** What the windows speak, so that the app does from its start. */
  language: null as Language | null,
};
type StoredSettings = typeof defaults;

const schemas: { [Key in keyof StoredSettings]: z.ZodType<StoredSettings[Key]> } = {
  current_node: nodePlaceSchema.nullable(),
  nodes: z.array(nodePlaceSchema),
  host: storedHostSchema,
  preferences: preferencesSchema,
  main_window: windowBoundsSchema.nullable(),
  ticket_windows: z.array(ticketWindowBoundsSchema),
  language: z.enum(desktopLanguages).nullable(),
};

/** electron-store, or a map in a test. */
export interface SettingsFile {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** Settings as last saved; a value that a newer or a broken app wrote counts as not there. */
export class Settings {
  readonly #file: SettingsFile;

  constructor(file: SettingsFile) {
    this.#file = file;
  }

  read<Key extends keyof StoredSettings>(key: Key): StoredSettings[Key] {
    const parsed = schemas[key].safeParse(this.#file.get(key));
    return parsed.success ? parsed.data : defaults[key];
  }

  write<Key extends keyof StoredSettings>(key: Key, value: StoredSettings[Key]): void {
    this.#file.set(key, value);
  }
}
