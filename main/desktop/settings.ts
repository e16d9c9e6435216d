import { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';
import { desktopSettingsSchema, type DesktopSettings } from '#shared/protocol/ipc.ts';

export const windowBoundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  is_maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof windowBoundsSchema>;

/** All that the settings file holds. Secrets are elsewhere (secrets.ts). */
const defaults = {
  desktop: {
    mode: 'host',
    node_url: 'http://127.0.0.1:8000',
    is_closed_to_tray: true,
  } satisfies DesktopSettings as DesktopSettings,
  main_window: null as WindowBounds | null,
  /** The port that the node on this computer had last: consoles and links find it there again. */
  host_port: null as number | null,
};
type StoredSettings = typeof defaults;

const schemas: { [Key in keyof StoredSettings]: z.ZodType<StoredSettings[Key]> } = {
  desktop: desktopSettingsSchema,
  main_window: windowBoundsSchema.nullable(),
  host_port: z.int().min(1).max(65_535).nullable(),
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

const nodeUrlSchema = z.url({ protocol: /^https?$/ });

/** The settings as they are kept: the node's address reduced to its origin. */
export function normalizeSettings(settings: DesktopSettings): DesktopSettings {
  const url = nodeUrlSchema.safeParse(settings.node_url.trim());
  if (url.success) return { ...settings, node_url: new URL(url.data).origin };
  if (settings.mode === 'host') return { ...settings, node_url: defaults.desktop.node_url };
  throw new DeskError('invalid', 'The address of the node has to look like http://name:8000.');
}
