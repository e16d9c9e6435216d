import type { Generated } from 'kysely';
import type {
  SlaPolicyTable,
  SlaPolicyVersionTable,
  ApiTokenTable,
  SearchDueTable,
  WebhookTable,
} from './api-tables.ts';
import type {
  CsvImportTable,
  CsvImportPartTable,
  CsvImportProblemTable,
  ImportedTicketTable,
} from './import-tables.ts';
import type { CategoryRouteTable, ItemUseTable, ItemUseTicketTable } from './admin-tables.ts';
import type { DeskItemTable, UploadTable } from './desk-tables.ts';
import type {
  AudienceTable,
  AudienceTokenTable,
  SyncHeadTable,
  ChangeLogTable,
  SyncClientTable,
  MutationResultTable,
} from './sync-tables.ts';
import type {
  ChannelSettingTable,
  ChatLogTable,
  ChatSessionTable,
  DepartmentCorrectionTable,
  InboundMediaTable,
  InboundMessageTable,
  NotificationTable,
} from './channel-tables.ts';
import type { AlertTable, AuditLogTable, MetricSampleTable, SystemLogTable } from './log-tables.ts';
import type {
  ActivityTable,
  AssignmentLogTable,
  AttachmentTable,
  CategoryCorrectionTable,
  FeedbackTable,
  MessageTable,
  TicketAssigneeTable,
  TicketCountTable,
  TicketNumberTable,
  TicketTable,
} from './ticket-tables.ts';
import type { SessionTable, UserTable } from './user-tables.ts';

export interface FaqTable {
  id: Generated<number>;
  uid: string;
  ver: number;
  question: string;
  answer: string;
  category: string;
  tags: string;
  is_active: number;
  view_count: number;
  created_by: number | null;
  created_at: number;
  updated_at: number;
}

/** One row: what stays the same for the life of the database, through every backup. */
export interface InstallationTable {
  id: number;
  /** Eight hexadecimal digits in every id that the customer-support surface shows. */
  id_salt: string;
}

/**
 * Row types of the node's tables. Times are ms UTC, flags 0 or 1, lists and objects JSON text. Rows that consoles
 * replicate extend the shared row types, so that a column is spelled once.
 */
export interface Schema {
  installation: InstallationTable;
  user: UserTable;
  session: SessionTable;
  ticket: TicketTable;
  ticket_assignee: TicketAssigneeTable;
  assignment_log: AssignmentLogTable;
  ticket_count: TicketCountTable;
  category_correction: CategoryCorrectionTable;
  ticket_number: TicketNumberTable;
  message: MessageTable;
  activity: ActivityTable;
  attachment: AttachmentTable;
  feedback: FeedbackTable;
  faq: FaqTable;
  chat_session: ChatSessionTable;
  chat_log: ChatLogTable;
  notification: NotificationTable;
  inbound_message: InboundMessageTable;
  inbound_media: InboundMediaTable;
  channel_setting: ChannelSettingTable;
  department_correction: DepartmentCorrectionTable;
  audit_log: AuditLogTable;
  system_log: SystemLogTable;
  metric_sample: MetricSampleTable;
  alert: AlertTable;
  desk_item: DeskItemTable;
  upload: UploadTable;
  audience: AudienceTable;
  audience_token: AudienceTokenTable;
  sync_head: SyncHeadTable;
  change_log: ChangeLogTable;
  sync_client: SyncClientTable;
  mutation_result: MutationResultTable;
  search_due: SearchDueTable;
  sla_policy: SlaPolicyTable;
  sla_policy_version: SlaPolicyVersionTable;
  api_token: ApiTokenTable;
  webhook: WebhookTable;
  csv_import: CsvImportTable;
  csv_import_part: CsvImportPartTable;
  csv_import_problem: CsvImportProblemTable;
  imported_ticket: ImportedTicketTable;
  category_route: CategoryRouteTable;
  item_use: ItemUseTable;
  item_use_ticket: ItemUseTicketTable;
}
