import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import type { Status } from '#shared/model/status.ts';
import type { Source } from '#shared/model/ticket.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Rating } from '../feedback/feedback.service.ts';
import type { Vocabulary } from '../tickets/category-columns.ts';

/** What happens to a made-up ticket, and when (ms, UTC). */
export type Step = { at: number } & (
  | { kind: 'open' }
  | { kind: 'customer'; text: string }
  | { kind: 'reply'; by: Actor; text: string }
  | { kind: 'note'; by: Actor; text: string }
  | { kind: 'assign'; by: Actor; to: Actor; reason?: string }
  | { kind: 'status'; by: Actor; to: Status; notes?: string }
  | { kind: 'priority'; by: Actor; to: Priority }
  /** What the customer says of how it was handled. */
  | { kind: 'rate'; rating: Rating; comment: string | null }
  /** Due times that were set by hand, or taken away. */
  | { kind: 'due'; response_due_at?: null; resolution_due_at?: number }
);

/** A made-up ticket with its whole life up to now. */
export interface TicketPlan {
  origin: string;
  vocabulary: Vocabulary;
  /** In that vocabulary. */
  word: string;
  /** The canonical category, which names the department. */
  category: Department;
  priority: Priority;
  source: Source;
  subject: string;
  description: string;
  tags: readonly string[];
  customer: Actor & { email: string; phoneNumber: string | null };
  projectName: string | null;
  deliveryId: string | null;
  steps: readonly Step[];
}
