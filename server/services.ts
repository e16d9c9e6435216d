import { randomBytes } from 'node:crypto';
import type { Clock, RandomBytes } from '#shared/model/clock.ts';
import { createAdminServices, type AdminServices } from './admin-services.ts';
import { TicketLeases } from './assignment/ticket-leases.ts';
import { createBots, type Bots } from './bot/create-bots.ts';
import { noChannels, type ChannelSettings } from './channels/channel-settings.ts';
import type { DeliveryChannels } from './channels/create-channels.ts';
import type { Database } from './database/database.ts';
import { FeedbackService } from './feedback/feedback.service.ts';
import { createFoundation, type Foundation } from './foundation.ts';
import { ItemService } from './items/item.service.ts';
import { KnowledgeService } from './knowledge/knowledge.service.ts';
import { MetricsService } from './metrics/metrics.service.ts';
import { createSystemProbe, type SystemProbe } from './metrics/system-probe.ts';
import { createMessaging, type Messaging } from './notifications/create-messaging.ts';
import { ChangesService } from './sync/changes.service.ts';
import { createTicketServices, type TicketServices } from './ticket-services.ts';
import { createUserServices, type UserServices } from './user-services.ts';
import { MessengerCustomers } from './users/messenger-customers.ts';
import { createWebhooks, type Webhooks } from './webhooks/create-webhooks.ts';

export const systemClock: Clock = { now: () => Date.now() };
export const systemRandom: RandomBytes = (length) => randomBytes(length);

/** What the surfaces, sync and the jobs work with: every service once, built from explicit parts. */
export interface Services
  extends Foundation, TicketServices, UserServices, AdminServices, Messaging, Bots, Webhooks {
  knowledge: KnowledgeService;
  items: ItemService;
  metrics: MetricsService;
  feedback: FeedbackService;
  ticketLeases: TicketLeases;
  changes: ChangesService;
}

export interface ServiceOptions {
  /** Signs every token; whoever has it can be anybody. */
  signingSecret: string;
  clock?: Clock;
  random?: RandomBytes;
  /** bcrypt's cost; tests take the cheapest. */
  passwordCost?: number;
  /** The channels as the environment sets them up. */
  channelSettings?: ChannelSettings;
  /** Whether people who register are taken for what they say they are. */
  opensRegistration?: boolean;
  /** Whether webhooks may call computers beside the node. */
  allowsPrivateWebhooks?: boolean;
  /** Ways out of the desk that stand whatever is set up; for tests. */
  channels?: DeliveryChannels;
  /** Reads the computer that the node runs on. */
  probe?: SystemProbe;
}

export function createServices(
  database: Database,
  {
    signingSecret,
    clock = systemClock,
    random = systemRandom,
    passwordCost,
    channelSettings: environment = noChannels,
    allowsPrivateWebhooks: allowsPrivate = false,
    opensRegistration = false,
    channels: fixed = new Map(),
    probe = createSystemProbe(process.cwd()),
  }: ServiceOptions,
): Services {
  const foundation = createFoundation(database, { clock, random });
  const { live, publisher, mintUid, systemLog } = foundation;
  const webhooks = createWebhooks({ ...foundation, signingSecret, allowsPrivate });
  const messaging = createMessaging({ ...foundation, signingSecret, environment, fixed });
  const ticketServices = createTicketServices(foundation, { ...messaging, ...webhooks });
  const userServices = createUserServices(foundation, { signingSecret, passwordCost, opensRegistration });
  const { tickets, ticketWriter: writer, categoryRoutes: routes, autoAssignment } = ticketServices;
  const knowledge = new KnowledgeService({ database, clock, mintUid, publisher });
  const bots = createBots({
    ...foundation,
    ...ticketServices,
    messaging,
    knowledge,
    intake: ticketServices.ticketIntake,
    customers: new MessengerCustomers(userServices.userWriter, mintUid),
    log: systemLog,
  });
  return {
    ...foundation,
    ...ticketServices,
    ...userServices,
    ...createAdminServices({ ...foundation, tickets, writer, routes, autoAssignment, knowledge }),
    ...messaging,
    ...webhooks,
    ...bots,
    knowledge,
    items: new ItemService(foundation),
    metrics: new MetricsService({ database, clock, probe, live, log: systemLog }),
    feedback: new FeedbackService(database, clock),
    ticketLeases: new TicketLeases({ database, clock }),
    changes: new ChangesService(database),
  };
}
