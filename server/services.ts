import { randomBytes } from 'node:crypto';
import type { Clock, RandomBytes } from '#shared/model/clock.ts';
import { createUidFactory, type UidFactory } from '#shared/model/uid.ts';
import { createAdminServices, type AdminServices } from './admin-services.ts';
import { AutoAssignment } from './assignment/auto-assignment.service.ts';
import { TicketLeases } from './assignment/ticket-leases.ts';
import { ApiTokens } from './auth/api-token.service.ts';
import { AuthService } from './auth/auth.service.ts';
import { Passwords } from './auth/passwords.ts';
import { Tokens } from './auth/tokens.ts';
import { createBots, type Bots } from './bot/create-bots.ts';
import { tellAssigned } from './bot/tell-assigned.ts';
import { CategoryRoutes } from './categories/category-routes.ts';
import { CategorizerService } from './categorizer/categorizer.service.ts';
import { noChannels, type ChannelSettings } from './channels/channel-settings.ts';
import type { DeliveryChannels } from './channels/create-channels.ts';
import { DepartmentFinder } from './categorizer/department-finder.service.ts';
import type { Database } from './database/database.ts';
import { TicketExport } from './exports/ticket-export.service.ts';
import { FeedbackService } from './feedback/feedback.service.ts';
import { ItemService } from './items/item.service.ts';
import { KnowledgeService } from './knowledge/knowledge.service.ts';
import { MetricsService } from './metrics/metrics.service.ts';
import { createSystemProbe, type SystemProbe } from './metrics/system-probe.ts';
import { createMessaging, type Messaging } from './notifications/create-messaging.ts';
import { LiveFeed } from './realtime/live-feed.ts';
import { ChangeFeed } from './sync/change-feed.ts';
import { SearchService } from './search/search.service.ts';
import { TicketIndex } from './search/ticket-index.ts';
import { SlaClocks } from './sla/sla-clocks.ts';
import { SlaPolicyService } from './sla/sla-policy.service.ts';
import { TicketSlaService } from './sla/ticket-sla.service.ts';
import { ChangesService } from './sync/changes.service.ts';
import { AudienceRepo } from './sync/change-log.repo.ts';
import { RowPublisher } from './sync/row-publisher.ts';
import { SystemLog } from './system-log/system-log.service.ts';
import { BulkChanges } from './tickets/bulk-change.service.ts';
import { TicketDesk } from './tickets/ticket-desk.service.ts';
import { TicketEditService } from './tickets/ticket-edit.service.ts';
import { OperatorChanges } from './operators/operator-change.service.ts';
import { OperatorReads } from './operators/operator-read.service.ts';
import { TicketIntake } from './tickets/ticket-intake.service.ts';
import { TicketOverviewService } from './tickets/ticket-overview.service.ts';
import { TicketReadService } from './tickets/ticket-read.service.ts';
import { TicketSheetService } from './tickets/ticket-sheet.service.ts';
import { TicketWorkService } from './tickets/ticket-work.service.ts';
import { TicketWriter } from './tickets/ticket-writer.ts';
import { TicketService } from './tickets/ticket.service.ts';
import { AgentLoadService } from './users/agent-load.service.ts';
import { MessengerCustomers } from './users/messenger-customers.ts';
import { RegistrationService } from './users/registration.service.ts';
import { UserAdminService } from './users/user-admin.service.ts';
import { UserService } from './users/user.service.ts';
import { createWebhooks, type Webhooks } from './webhooks/create-webhooks.ts';
import { UserWriter } from './users/user-writer.ts';

export const systemClock: Clock = { now: () => Date.now() };
export const systemRandom: RandomBytes = (length) => randomBytes(length);

/** What the surfaces, sync and the jobs work with: every service once, built from explicit parts. */
export interface Services extends AdminServices, Messaging, Bots, Webhooks {
  clock: Clock;
  random: RandomBytes;
  mintUid: UidFactory;
  database: Database;
  audiences: AudienceRepo;
  feed: ChangeFeed;
  ticketWriter: TicketWriter;
  tickets: TicketService;
  ticketReads: TicketReadService;
  ticketSheets: TicketSheetService;
  ticketDesk: TicketDesk;
  ticketWork: TicketWorkService;
  ticketIntake: TicketIntake;
  ticketEdits: TicketEditService;
  ticketOverviews: TicketOverviewService;
  categorizer: CategorizerService;
  departmentFinder: DepartmentFinder;
  knowledge: KnowledgeService;
  items: ItemService;
  metrics: MetricsService;
  systemLog: SystemLog;
  live: LiveFeed;
  auth: AuthService;
  userWriter: UserWriter;
  users: UserService;
  userAdmin: UserAdminService;
  registration: RegistrationService;
  agentLoad: AgentLoadService;
  feedback: FeedbackService;
  autoAssignment: AutoAssignment;
  ticketLeases: TicketLeases;
  operatorReads: OperatorReads;
  operatorChanges: OperatorChanges;
  slaPolicies: SlaPolicyService;
  ticketSla: TicketSlaService;
  search: SearchService;
  bulkChanges: BulkChanges;
  ticketExport: TicketExport;
  apiTokens: ApiTokens;
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
  const mintUid = createUidFactory(clock, random);
  const audiences = new AudienceRepo();
  const feed = new ChangeFeed();
  const live = new LiveFeed();
  const webhooks = createWebhooks({ database, clock, random, mintUid, signingSecret, allowsPrivate });
  const messaging = createMessaging({ database, clock, mintUid, feed, signingSecret, environment, fixed });
  const slaClocks = new SlaClocks();
  const routes = new CategoryRoutes();
  const ticketIndex = new TicketIndex(database.dialect.search);
  const departmentFinder = new DepartmentFinder(database);
  const ticketWriter = new TicketWriter({
    audiences,
    feed,
    random,
    clocks: slaClocks,
    routes,
    mintUid,
    index: ticketIndex,
    onRemoved: (tx, ticket, now) => webhooks.webhookOutbox.followRemoval(tx, ticket, now),
    onWritten: async (tx, before, written, now) => {
      await messaging.notifications.record(tx, before, written, now);
      await messaging.replies.queue(tx, written, now);
      await webhooks.webhookOutbox.follow(tx, before, written, now);
      await departmentFinder.witness(tx, before, written, now);
      const { ticket } = written;
      if (before === null || before.status === ticket.status) return;
      tx.afterCommit(() => live.publish({ type: 'ticket_status', ticket, from: before.status }));
    },
  });
  const tickets = new TicketService({ database, writer: ticketWriter, clock });
  const ticketReads = new TicketReadService(database);
  const search = new SearchService({ database, index: ticketIndex, clock });
  const passwords = new Passwords(passwordCost);
  const tokens = new Tokens(signingSecret, clock);
  const auth = new AuthService({ database, tokens, passwords, clock, mintUid });
  const publisher = new RowPublisher({ audiences, feed });
  const userWriter = new UserWriter({ publisher, feed });
  const users = new UserService({ database, writer: userWriter, passwords, clock, mintUid });
  const agentLoad = new AgentLoadService(database);
  const ticketIntake = new TicketIntake({ database, tickets, mintUid });
  const autoAssignment = new AutoAssignment({
    database,
    writer: ticketWriter,
    feed,
    clock,
    mintUid,
    onDrained: (tx, ticket, agent, now) =>
      tellAssigned(tx, messaging.chatDelivery, ticket, agent.full_name, now),
  });
  const knowledge = new KnowledgeService({ database, clock, mintUid, publisher });
  const categorizer = new CategorizerService({ database, clock });
  const systemLog = new SystemLog({ database, clock });
  const bots = createBots({
    database,
    clock,
    mintUid,
    messaging,
    knowledge,
    categorizer,
    departmentFinder,
    tickets,
    intake: ticketIntake,
    autoAssignment,
    customers: new MessengerCustomers(userWriter, mintUid),
    live,
    log: systemLog,
  });
  return {
    clock,
    random,
    mintUid,
    database,
    audiences,
    feed,
    ticketWriter,
    tickets,
    ticketReads,
    ticketSheets: new TicketSheetService(database),
    ticketDesk: new TicketDesk({ tickets, mintUid }),
    ticketWork: new TicketWorkService({ database, writer: ticketWriter, clock, mintUid }),
    ticketIntake,
    ticketEdits: new TicketEditService({
      database,
      tickets,
      writer: ticketWriter,
      categorizer,
      clock,
      mintUid,
    }),
    ticketOverviews: new TicketOverviewService(database),
    categorizer,
    departmentFinder,
    knowledge,
    ...bots,
    items: new ItemService({ database, audiences, publisher, clock, mintUid }),
    metrics: new MetricsService({ database, clock, probe, live, log: systemLog }),
    systemLog,
    live,
    auth,
    userWriter,
    users,
    userAdmin: new UserAdminService({ database, writer: userWriter, passwords, clock, mintUid }),
    registration: new RegistrationService({
      database,
      writer: userWriter,
      passwords,
      clock,
      mintUid,
      isOpen: opensRegistration,
    }),
    agentLoad,
    feedback: new FeedbackService(database, clock),
    operatorReads: new OperatorReads(database, clock),
    operatorChanges: new OperatorChanges({ database, tickets, writer: ticketWriter, clock, mintUid }),
    autoAssignment,
    ticketLeases: new TicketLeases({ database, clock }),
    ...createAdminServices({
      database,
      tickets,
      writer: ticketWriter,
      routes,
      autoAssignment,
      knowledge,
      publisher,
      clock,
      mintUid,
    }),
    ...messaging,
    ...webhooks,
    slaPolicies: new SlaPolicyService({ database, clock, clocks: slaClocks }),
    ticketSla: new TicketSlaService({ database, clock, clocks: slaClocks }),
    search,
    ticketExport: new TicketExport({ database, search, clock }),
    bulkChanges: new BulkChanges({ database, tickets, search }),
    apiTokens: new ApiTokens({ database, clock, random }),
    changes: new ChangesService(database),
  };
}
