import type { Clock } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import { recordAction } from '../audit/audit-log.repo.ts';
import { askAssistant } from '../bot/assistant.ts';
import type { Database } from '../database/database.ts';
import type { SendResult } from './channel.ts';
import type { ChannelName } from './channel-settings.ts';
import type { ChannelSetup } from './channel-setup.service.ts';
import type { DeliveryChannelName } from './create-channels.ts';

export interface ChannelTestDeps {
  database: Database;
  clock: Clock;
  mintUid: UidFactory;
  setup: ChannelSetup;
}

/** What the other side said, in its own words. */
export interface ChannelTestResult {
  isSent: boolean;
  answer: string;
  tookMs: number;
}

const deliveryNames = {
  email: 'EMAIL',
  whatsapp: 'WHATSAPP',
  telegram: 'TELEGRAM',
} as const satisfies Record<Exclude<ChannelName, 'assistant'>, DeliveryChannelName>;

const testText = 'This is a test message from Waypost. If you can read it, the channel works.';
const testQuestion = 'This is a test. Please answer with the one word: ready.';

/** Sends one message now, past the queue, so that an admin sees whether a channel works. */
export class ChannelTest {
  readonly #deps: ChannelTestDeps;

  constructor(deps: ChannelTestDeps) {
    this.#deps = deps;
  }

  /** `to` is an address of the channel; the assistant needs none. Null when the channel is not set up. */
  async run(actor: Actor, name: ChannelName, to: string): Promise<ChannelTestResult | null> {
    const { clock, database } = this.#deps;
    const startedAt = performance.now();
    const said = name === 'assistant' ? await this.#ask() : await this.#send(deliveryNames[name], to);
    if (said === null) return null;
    const target = { type: 'channel', id: name } as const;
    const metadata = { to, is_sent: said.isSent };
    const entry = { adminId: actor.id, action: 'channel_tested', target, metadata } as const;
    await database.write((tx) => recordAction(tx, entry, clock.now()));
    return { ...said, tookMs: Math.round(performance.now() - startedAt) };
  }

  async #send(name: DeliveryChannelName, to: string) {
    const { setup, mintUid } = this.#deps;
    const channel = setup.live.get(name);
    if (channel === undefined) return null;
    const letter = {
      trace: `waypost.test.${mintUid()}`,
      recipient: to,
      recipientName: '',
      subject: 'Test message',
      text: testText,
      buttons: [],
    };
    return describe(await channel.send(letter, new AbortController().signal));
  }

  async #ask() {
    const settings = this.#deps.setup.settingsOf('assistant');
    if (settings === null) return null;
    const lines = [{ role: 'user' as const, content: testQuestion }];
    const answer = await askAssistant(settings, lines, new AbortController().signal);
    return answer.kind === 'answered'
      ? { isSent: true, answer: answer.text }
      : { isSent: false, answer: answer.reason };
  }
}

function describe(result: SendResult): Omit<ChannelTestResult, 'tookMs'> {
  return result.kind === 'sent'
    ? { isSent: true, answer: result.answer }
    : { isSent: false, answer: result.reason };
}
