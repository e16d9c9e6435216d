import type { Generated } from 'kysely';

export interface SlaPolicyTable {
  id: Generated<number>;
  name: string;
  /** The first that is for a new ticket holds. */
  position: number;
  is_active: number;
  /** The newest version of its rules. */
  version: number;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export interface SlaPolicyVersionTable {
  policy_id: number;
  version: number;
  /** JSON, see shared/model/sla/sla-rules.ts. */
  rules: string;
  created_at: number;
}

export interface ApiTokenTable {
  id: Generated<number>;
  user_id: number;
  name: string;
  /** SHA-256 of the token, which itself is kept nowhere. */
  token_hash: string;
  /** Its last characters, by which people tell one from another. */
  hint: string;
  /** Words joined with spaces. */
  scopes: string;
  created_at: number;
  expires_at: number | null;
  last_used_at: number | null;
  revoked_at: number | null;
}

export interface WebhookTable {
  id: Generated<number>;
  name: string;
  url: string;
  secret: string;
  /** JSON array of the events that it is told of. */
  events: string;
  is_active: number;
  created_by: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

/** A ticket whose texts changed since they were put into the full-text index. */
export interface SearchDueTable {
  ticket_id: number;
}
