import { AutoAssignment } from './assignment/auto-assignment.service.ts';
import { tellAssigned } from './bot/tell-assigned.ts';
import { CategoryRoutes } from './categories/category-routes.ts';
import { CategorizerService } from './categorizer/categorizer.service.ts';
import { DepartmentFinder } from './categorizer/department-finder.service.ts';
import { TicketExport } from './exports/ticket-export.service.ts';
import type { Foundation } from './foundation.ts';
import type { Messaging } from './notifications/create-messaging.ts';
import { OperatorChanges } from './operators/operator-change.service.ts';
import { OperatorReads } from './operators/operator-read.service.ts';
import { SearchService } from './search/search.service.ts';
import { TicketIndex } from './search/ticket-index.ts';
import { SlaClocks } from './sla/sla-clocks.ts';
import { SlaPolicyService } from './sla/sla-policy.service.ts';
import { TicketSlaService } from './sla/ticket-sla.service.ts';
import { BulkChanges } from './tickets/bulk-change.service.ts';
import { TicketDesk } from './tickets/ticket-desk.service.ts';
import { TicketEditService } from './tickets/ticket-edit.service.ts';
import { TicketIntake } from './tickets/ticket-intake.service.ts';
import { TicketOverviewService } from './tickets/ticket-overview.service.ts';
import { TicketReadService } from './tickets/ticket-read.service.ts';
import { TicketSheetService } from './tickets/ticket-sheet.service.ts';
import { TicketWorkService } from './tickets/ticket-work.service.ts';
import { TicketWriter } from './tickets/ticket-writer.ts';
import { TicketService } from './tickets/ticket.service.ts';
import type { Webhooks } from './webhooks/create-webhooks.ts';

/** What is done with tickets, whichever surface asks. */
export interface TicketServices {
  ticketWriter: TicketWriter;
  categoryRoutes: CategoryRoutes;
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
  autoAssignment: AutoAssignment;
  operatorReads: OperatorReads;
  operatorChanges: OperatorChanges;
  slaPolicies: SlaPolicyService;
  ticketSla: TicketSlaService;
  search: SearchService;
  bulkChanges: BulkChanges;
  ticketExport: TicketExport;
}

/** Whom a change of a ticket concerns beside those who see it. */
type Followers = Pick<Messaging, 'notifications' | 'replies' | 'chatDelivery'> &
  Pick<Webhooks, 'webhookOutbox'> & { departmentFinder: DepartmentFinder };

type WriterParts = { clocks: SlaClocks; routes: CategoryRoutes; index: TicketIndex };

/** What follows from a change is written with it: notifications, replies, calls of webhooks, what can be learnt. */
function createWriter(foundation: Foundation, followers: Followers, parts: WriterParts): TicketWriter {
  const { audiences, feed, random, mintUid, live } = foundation;
  const { notifications, replies, webhookOutbox, departmentFinder } = followers;
  return new TicketWriter({
    audiences,
    feed,
    random,
    mintUid,
    ...parts,
    onRemoved: (tx, ticket, now) => webhookOutbox.followRemoval(tx, ticket, now),
    onWritten: async (tx, before, written, now) => {
      await notifications.record(tx, before, written, now);
      await replies.queue(tx, written, now);
      await webhookOutbox.follow(tx, before, written, now);
      await departmentFinder.witness(tx, before, written, now);
      const { ticket } = written;
      if (before === null || before.status === ticket.status) return;
      tx.afterCommit(() => live.publish({ type: 'ticket_status', ticket, from: before.status }));
    },
  });
}

export function createTicketServices(
  foundation: Foundation,
  followed: Omit<Followers, 'departmentFinder'>,
): TicketServices {
  const { database, clock, mintUid, feed } = foundation;
  const clocks = new SlaClocks();
  const routes = new CategoryRoutes();
  const index = new TicketIndex(database.dialect.search);
  const departmentFinder = new DepartmentFinder(database);
  const writer = createWriter(foundation, { ...followed, departmentFinder }, { clocks, routes, index });
  const tickets = new TicketService({ database, writer, clock });
  const search = new SearchService({ database, index, clock });
  const categorizer = new CategorizerService({ database, clock });
  const changing = { database, tickets, writer, clock, mintUid };
  return {
    ticketWriter: writer,
    categoryRoutes: routes,
    tickets,
    ticketReads: new TicketReadService(database),
    ticketSheets: new TicketSheetService(database),
    ticketDesk: new TicketDesk({ tickets, mintUid }),
    ticketWork: new TicketWorkService({ database, writer, clock, mintUid }),
    ticketIntake: new TicketIntake({ database, tickets, mintUid }),
    ticketEdits: new TicketEditService({ ...changing, categorizer }),
    ticketOverviews: new TicketOverviewService(database),
    categorizer,
    departmentFinder,
    autoAssignment: new AutoAssignment({
      database,
      writer,
      feed,
      clock,
      mintUid,
      onDrained: (tx, ticket, agent, now) =>
        tellAssigned(tx, followed.chatDelivery, ticket, agent.full_name, now),
    }),
    operatorReads: new OperatorReads(database, clock),
    operatorChanges: new OperatorChanges(changing),
    slaPolicies: new SlaPolicyService({ database, clock, clocks }),
    ticketSla: new TicketSlaService({ database, clock, clocks }),
    search,
    bulkChanges: new BulkChanges({ database, tickets, search }),
    ticketExport: new TicketExport({ database, search, clock }),
  };
}
