import type { Generated } from 'kysely';
import type { Department } from '#shared/model/department.ts';
import type { Status } from '#shared/model/status.ts';
import type { ActivityRow, MessageRow, TicketRow, Visibility } from '#shared/model/ticket.ts';

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
