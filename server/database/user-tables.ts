import type { Generated } from 'kysely';
import type { Department } from '#shared/model/department.ts';
import type { ProfileRow, Role } from '#shared/model/user.ts';

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
