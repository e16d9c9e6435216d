import type { Generated } from 'kysely';

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
