import type { Clock } from '#shared/model/clock.ts';
import type { Actor } from '#shared/model/user.ts';
import { recordAction, type AuditAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import {
  channelNames,
  channelSettings,
  type ChannelName,
  type ChannelSettings,
  type SettingsOf,
} from './channel-settings.ts';
import { deleteSetting, listSettings, upsertSetting, type StoredSetting } from './channel-setting.repo.ts';
import { createChannels, type DeliveryChannelName, type DeliveryChannels } from './create-channels.ts';
import type { DeliveryChannel } from './channel.ts';
import { maskSettings, unmaskInput, type MaskedSettings } from './masked-settings.ts';
import type { SealedBox } from './sealed-box.ts';

export interface ChannelSetupDeps {
  database: Database;
  clock: Clock;
  box: SealedBox;
  /** What the environment says: it wins over what admins set. */
  environment: ChannelSettings;
  /** Ways out of the desk that stand whatever is set up; for tests. */
  fixed: DeliveryChannels;
}

/** Where messengers send what comes in. */
export const webhookPaths: Readonly<Record<ChannelName, string | null>> = {
  email: null,
  whatsapp: '/api/inbound/whatsapp',
  telegram: '/api/inbound/telegram',
  assistant: null,
};

export interface ChannelState<Name extends ChannelName = ChannelName> {
  name: Name;
  source: 'environment' | 'settings' | 'none';
  /** Null when it is not set up. */
  settings: MaskedSettings<Name> | null;
  /** Whether an admin set it up on this node with another key: it has to be set up again. */
  isUnreadable: boolean;
  /** Whether messages are received as well. */
  receives: boolean;
  /** Where the other side has to send them; null for channels that receive nothing. */
  webhookPath: string | null;
  updatedAt: number | null;
  updatedBy: string | null;
}

export type SetupOutcome =
  | { kind: 'done'; state: ChannelState }
  | { kind: 'set_by_environment' }
  | { kind: 'not_set' }
  | { kind: 'invalid'; field: string; text: string };

/**
 * Which channels there are: as the environment says, else as an admin set them. Changes count at once, for what already
 * waits as well. Nobody reads a secret back.
 */
export class ChannelSetup {
  readonly #deps: ChannelSetupDeps;
  readonly #live: Map<DeliveryChannelName, DeliveryChannel>;
  readonly #listeners = new Set<() => void>();
  #stored: readonly StoredSetting[] = [];
  #current: ChannelSettings;

  constructor(deps: ChannelSetupDeps) {
    this.#deps = deps;
    this.#current = deps.environment;
    this.#live = new Map([...createChannels(this.#current), ...deps.fixed]);
  }

  /** Told whenever something has been set up anew. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Always as they are set up now. */
  get live(): DeliveryChannels {
    return this.#live;
  }

  /** With its secrets: for the channel's own code alone. */
  settingsOf<Name extends ChannelName>(name: Name): ChannelSettings[Name] {
    return this.#current[name];
  }

  /** Reads what admins have set; once before the node listens, and after each change. */
  async load(): Promise<void> {
    const { database, environment, fixed } = this.#deps;
    this.#stored = await listSettings(database.db);
    const current: Record<string, unknown> = {};
    for (const name of channelNames) current[name] = environment[name] ?? this.#open(name);
    this.#current = current as unknown as ChannelSettings;
    this.#live.clear();
    for (const [name, channel] of [...createChannels(this.#current), ...fixed]) this.#live.set(name, channel);
    for (const listener of this.#listeners) listener();
  }

  states(): ChannelState[] {
    return channelNames.map((name) => this.#stateOf(name));
  }

  /** `input` has the fields of the channel's schema; secrets that are left out or masked stay. Admins alone. */
  async save(actor: Actor, name: ChannelName, input: Record<string, unknown>): Promise<SetupOutcome> {
    if (this.#deps.environment[name] !== null) return { kind: 'set_by_environment' };
    const whole = unmaskInput(name, input, this.#open(name));
    const parsed = channelSettings[name].safeParse(whole);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = String(issue?.path[0] ?? '');
      const text = (whole[field] ?? null) === null ? 'is required' : (issue?.message ?? 'is not valid');
      return { kind: 'invalid', field, text };
    }
    const sealed = this.#deps.box.seal(JSON.stringify(parsed.data));
    await this.#write(actor, name, 'channel_updated', async (tx, now) => {
      await upsertSetting(tx, name, { sealed, updated_by: actor.id, updated_at: now });
      return true;
    });
    return { kind: 'done', state: this.#stateOf(name) };
  }

  async forget(actor: Actor, name: ChannelName): Promise<SetupOutcome> {
    if (this.#deps.environment[name] !== null) return { kind: 'set_by_environment' };
    const wasSet = await this.#write(actor, name, 'channel_removed', (tx) => deleteSetting(tx, name));
    return wasSet ? { kind: 'done', state: this.#stateOf(name) } : { kind: 'not_set' };
  }

  async #write(
    actor: Actor,
    name: ChannelName,
    action: AuditAction,
    work: (tx: Tx, now: number) => Promise<boolean>,
  ): Promise<boolean> {
    const { database, clock } = this.#deps;
    const hasChanged = await database.write(async (tx) => {
      const now = clock.now();
      if (!(await work(tx, now))) return false;
      const target = { type: 'channel', id: name } as const;
      await recordAction(tx, { adminId: actor.id, action, target, metadata: {} }, now);
      return true;
    });
    await this.load();
    return hasChanged;
  }

  /** Null when nothing is stored, or nothing that this node can read. */
  #open<Name extends ChannelName>(name: Name): SettingsOf<Name> | null {
    const row = this.#stored.find((each) => each.name === name);
    const text = row === undefined ? null : this.#deps.box.open(row.sealed);
    if (text === null) return null;
    const parsed = channelSettings[name].safeParse(JSON.parse(text));
    return parsed.success ? (parsed.data as SettingsOf<Name>) : null;
  }

  #receives(name: ChannelName): boolean {
    const { whatsapp, telegram } = this.#current;
    if (name === 'whatsapp') return whatsapp !== null && whatsapp.app_secret !== null;
    if (name !== 'telegram' || telegram === null) return false;
    return telegram.updates === 'polling' || telegram.webhook_secret !== null;
  }

  #stateOf(name: ChannelName): ChannelState {
    const settings = this.#current[name];
    const row = this.#stored.find((each) => each.name === name);
    const isByEnvironment = this.#deps.environment[name] !== null;
    const isSet = settings !== null;
    return {
      name,
      source: isByEnvironment ? 'environment' : isSet ? 'settings' : 'none',
      settings: isSet ? maskSettings(name, settings) : null,
      isUnreadable: row !== undefined && !isSet,
      receives: this.#receives(name),
      webhookPath: webhookPaths[name],
      updatedAt: isByEnvironment ? null : (row?.updated_at ?? null),
      updatedBy: isByEnvironment ? null : (row?.updated_by_name ?? null),
    };
  }
}
