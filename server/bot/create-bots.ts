import type { Clock } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { AutoAssignment } from '../assignment/auto-assignment.service.ts';
import type { CategorizerService } from '../categorizer/categorizer.service.ts';
import type { DepartmentFinder } from '../categorizer/department-finder.service.ts';
import type { Database } from '../database/database.ts';
import { InboundQueue } from '../inbound/inbound-queue.service.ts';
import { MediaFetcher } from '../inbound/media-fetcher.service.ts';
import { TelegramPoller } from '../inbound/telegram-poller.ts';
import { Bell } from '../jobs/bell.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { Messaging } from '../notifications/create-messaging.ts';
import type { LiveFeed } from '../realtime/live-feed.ts';
import type { SystemLog } from '../system-log/system-log.service.ts';
import type { TicketIntake } from '../tickets/ticket-intake.service.ts';
import type { TicketService } from '../tickets/ticket.service.ts';
import type { MessengerCustomers } from '../users/messenger-customers.ts';
import { Answerer } from './answerer.ts';
import { BotService } from './bot.service.ts';
import { ChatHistoryService } from './chat-history.service.ts';
import { Handover } from './handover.ts';
import { MessengerBot } from './messenger-bot.ts';

/** The bot behind both of its doors, and what it leaves behind. */
export interface Bots {
  bot: BotService;
  chatHistory: ChatHistoryService;
  inbound: InboundQueue;
  telegramPoller: TelegramPoller;
  /** Rings when a message has come in. */
  inboundBell: Bell;
  mediaFetcher: MediaFetcher;
  /** Rings when a file waits to be fetched. */
  mediaBell: Bell;
}

export interface BotParts {
  database: Database;
  clock: Clock;
  mintUid: UidFactory;
  messaging: Pick<Messaging, 'channelSetup' | 'chatDelivery'>;
  knowledge: KnowledgeService;
  categorizer: CategorizerService;
  departmentFinder: DepartmentFinder;
  tickets: TicketService;
  intake: TicketIntake;
  autoAssignment: AutoAssignment;
  customers: MessengerCustomers;
  live: LiveFeed;
  log: SystemLog;
}

export function createBots(parts: BotParts): Bots {
  const { database, clock, messaging, knowledge, intake, autoAssignment, departmentFinder, log } = parts;
  const answerer = new Answerer({
    knowledge,
    log,
    assistant: () => messaging.channelSetup.settingsOf('assistant'),
  });
  const handover = new Handover({ intake, autoAssignment });
  const mediaBell = new Bell();
  const messengerBot = new MessengerBot({
    ...parts,
    answerer,
    handover,
    departments: departmentFinder,
    chat: messaging.chatDelivery,
    mediaBell,
  });
  const inboundBell = new Bell();
  const inbound = new InboundQueue({ database, clock, bot: messengerBot, log, bell: inboundBell });
  return {
    bot: new BotService({ ...parts, answerer, handover }),
    chatHistory: new ChatHistoryService(database, clock),
    inbound,
    telegramPoller: new TelegramPoller({ setup: messaging.channelSetup, queue: inbound, log }),
    inboundBell,
    mediaFetcher: new MediaFetcher({ database, clock, setup: messaging.channelSetup, log }),
    mediaBell,
  };
}
