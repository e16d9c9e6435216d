import type { Generated } from 'kysely';
import type { ActivityRow, MessageRow, TicketRow, Visibility } from '#shared/model/ticket.ts';
import type { ProfileRow, Role } from '#shared/model/user.ts';
import type { Department } from '#shared/model/department.ts';
import type { Status } from '#shared/model/status.ts';
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

/**
 * Row types of the node's tables. Times are ms UTC, flags 0 or 1, lists and objects JSON text. Rows that consoles
 * replicate extend the shared row types, so that a column is spelled once.
 */
export interface UserTable extends Omit<ProfileRow, 'id' | 'email' | 'username'> {
  id: Generated<number>;
  username: string;
  email: string | null;
  /** Null for customers that never sign in. */
  password_hash: string | null;
  first_name: string;
  last_name: string;
  role: Role;
  is_approved: number;
  agent_capacity: number;
  department: Department | null;
  department_label: string | null;
  phone_number: string | null;
  whatsapp_number: string | null;
  contact_number: string | null;
  telegram_chat_id: string | null;
  telegram_username: string | null;
  merchant_id: string | null;
  last_login_at: number | null;
  last_assigned_at: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export interface SessionTable {
  /** Names the family of refresh tokens that one sign-in started. */
  id: string;
  user_id: number;
  surface: string;
  /** The number of the one refresh token that is good now; the one before may be repeated for 30 s. */
  generation: number;
  rotated_at: number;
  created_at: number;
  expires_at: number;
  revoked_at: number | null;
}

export interface TicketTable extends Omit<TicketRow, 'id' | 'code'> {
  id: Generated<number>;
  code: string;
  number: string;
  /** The surface the ticket came through. */
  origin: string;
  project_name: string | null;
  delivery_id: string | null;
  category_support: string;
  category_admin: string;
  category_incident: string;
  category_it: string;
  /** JSON array of the vocabularies in which a category was chosen by somebody, the latest last. */
  explicit_categories: string;
  auto_categorized: number;
  confidence_score: number;
  /** The operator's name as the admin-tickets surface was given it. */
  assigned_label: string | null;
  assigned_team: string | null;
  /** 1 while the ticket waits to be given to an agent by itself (server/assignment). */
  awaits_agent: Generated<number>;
  handover_reason: string | null;
  escalated: number;
  escalated_at: number | null;
  escalation_reason: string | null;
  estimated_resolution_time: number | null;
  audience_id: number;
  /** The policy whose times the ticket was promised, and which version of it; null for the documented times. */
  sla_policy_id: number | null;
  sla_policy_version: number | null;
  /** 1 once somebody set the due time of the solution by hand: no policy moves it then. */
  resolution_due_manual: Generated<number>;
  deleted_at: number | null;
}

export interface TicketAssigneeTable {
  ticket_id: number;
  user_id: number;
  /** 0 is the primary. */
  position: number;
  assigned_at: number;
}

export interface AssignmentLogTable {
  id: Generated<number>;
  ticket_id: number;
  user_id: number;
  assigned_at: number;
}

export interface MessageTable extends Omit<MessageRow, 'id' | 'ticket_uid'> {
  id: Generated<number>;
  ticket_id: number;
  ai_suggested_response: string | null;
  ai_confidence: number | null;
  telegram_message_id: number | null;
}

export interface ActivityTable extends Omit<ActivityRow, 'id' | 'ticket_uid'> {
  id: Generated<number>;
  ticket_id: number;
}

export interface AttachmentTable {
  id: Generated<number>;
  uid: string;
  ver: number;
  ticket_id: number;
  message_id: number | null;
  uploaded_by: number | null;
  file_name: string;
  content_type: string;
  size_bytes: number;
  /** SHA-256 of the content, which is also its file's name. */
  content_hash: string;
  visibility: Visibility;
  created_at: number;
}

export interface FeedbackTable {
  id: Generated<number>;
  ticket_id: number;
  user_id: number;
  rating: number;
  comment: string | null;
  created_at: number;
}

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

export interface AuditLogTable {
  id: Generated<number>;
  admin_id: number | null;
  action: string;
  target_type: string;
  target_id: string;
  metadata: string;
  created_at: number;
}

export interface SystemLogTable {
  id: Generated<number>;
  level: string;
  component: string;
  message: string;
  hostname: Generated<string>;
  /** JSON object. */
  metadata: Generated<string>;
  created_at: number;
}

export interface MetricSampleTable {
  id: Generated<number>;
  cpu_percent: number;
  memory_percent: number;
  disk_percent: number;
  uptime_seconds: number;
  created_at: number;
}

export interface AlertTable {
  id: Generated<number>;
  type: string;
  severity: string;
  message: string;
  value: number;
  threshold: number;
  is_resolved: number;
  created_at: number;
  resolved_at: number | null;
}

/** Kept in step with the tickets that are not deleted; `assignee_id` is 0 for those that nobody works on. */
export interface TicketCountTable {
  status: Status;
  category: Department;
  assignee_id: number;
  tickets: number;
}

/** The category that staff gave a ticket in place of another: an example for the classifier. */
export interface CategoryCorrectionTable {
  ticket_id: number;
  category_it: string;
  corrected_by: number | null;
  created_at: number;
}

export interface TicketNumberTable {
  year: number;
  last: number;
}

/** One row: what stays the same for the life of the database, through every backup. */
export interface InstallationTable {
  id: number;
  /** Eight hexadecimal digits in every id that the customer-support surface shows. */
  id_salt: string;
}

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
