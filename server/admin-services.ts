import { AssignmentHistory } from './assignment/assignment-history.service.ts';
import { HandOverService } from './assignment/hand-over.service.ts';
import { QueueService, type QueueServiceDeps } from './assignment/queue.service.ts';
import { AuditService } from './audit/audit.service.ts';
import { Conversations } from './bot/conversations.service.ts';
import { CategoryRouteService } from './categories/category-route.service.ts';
import type { CategoryRoutes } from './categories/category-routes.ts';
import { RecordExport } from './exports/record-export.service.ts';
import { FiguresService } from './figures/figures.service.ts';
import { KnowledgeAdmin } from './knowledge/knowledge-admin.service.ts';
import { ImportRunner } from './imports/import-runner.ts';
import { Imports } from './imports/import.service.ts';
import { Bell } from './jobs/bell.ts';
import type { KnowledgeService } from './knowledge/knowledge.service.ts';
import type { RowPublisher } from './sync/row-publisher.ts';
import type { TicketWriter } from './tickets/ticket-writer.ts';
import { StaffDirectory } from './users/staff-directory.service.ts';

/** What the admin views work with, beside the services that everybody uses. */
export interface AdminServices {
  assignmentHistory: AssignmentHistory;
  queue: QueueService;
  handOver: HandOverService;
  staffDirectory: StaffDirectory;
  audit: AuditService;
  figures: FiguresService;
  conversations: Conversations;
  knowledgeAdmin: KnowledgeAdmin;
  categoryRouting: CategoryRouteService;
  imports: Imports;
  importRunner: ImportRunner;
  importBell: Bell;
  recordExport: RecordExport;
}

export interface AdminDeps extends QueueServiceDeps {
  knowledge: KnowledgeService;
  publisher: RowPublisher;
  writer: TicketWriter;
  routes: CategoryRoutes;
}

export function createAdminServices(deps: AdminDeps): AdminServices {
  const { database, clock } = deps;
  const queue = new QueueService(deps);
  const importBell = new Bell();
  return {
    assignmentHistory: new AssignmentHistory(database),
    queue,
    handOver: new HandOverService({ ...deps, queue }),
    staffDirectory: new StaffDirectory(database),
    audit: new AuditService(database),
    figures: new FiguresService(database, clock),
    conversations: new Conversations(database),
    knowledgeAdmin: new KnowledgeAdmin(deps),
    categoryRouting: new CategoryRouteService(deps),
    imports: new Imports({ database, clock, bell: importBell }),
    importRunner: new ImportRunner(deps),
    importBell,
    recordExport: new RecordExport({ database, clock }),
  };
}
