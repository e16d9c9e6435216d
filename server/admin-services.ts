import { AssignmentHistory } from './assignment/assignment-history.service.ts';
import { HandOverService } from './assignment/hand-over.service.ts';
import { QueueService, type QueueServiceDeps } from './assignment/queue.service.ts';
import { AuditService } from './audit/audit.service.ts';
import { Conversations } from './bot/conversations.service.ts';
import { FiguresService } from './figures/figures.service.ts';
import { KnowledgeAdmin } from './knowledge/knowledge-admin.service.ts';
import type { KnowledgeService } from './knowledge/knowledge.service.ts';
import type { RowPublisher } from './sync/row-publisher.ts';
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
}

export interface AdminDeps extends QueueServiceDeps {
  knowledge: KnowledgeService;
  publisher: RowPublisher;
}

export function createAdminServices(deps: AdminDeps): AdminServices {
  const { database, clock } = deps;
  const queue = new QueueService(deps);
  return {
    assignmentHistory: new AssignmentHistory(database),
    queue,
    handOver: new HandOverService({ ...deps, queue }),
    staffDirectory: new StaffDirectory(database),
    audit: new AuditService(database),
    figures: new FiguresService(database, clock),
    conversations: new Conversations(database),
    knowledgeAdmin: new KnowledgeAdmin(deps),
  };
}
