import { backupCalls, type Backup } from '#shared/protocol/admin/backups.ts';
import type { StoredBackup } from '../../../backup/backup.service.ts';
import { addCall, type AdminRoutes } from './admin-routes.ts';

function presentBackup({
  name,
  made_at,
  verified_at,
  size_bytes,
  tables,
  attachments,
}: StoredBackup): Backup {
  const rowsOf = (table: string): number => tables[table]?.rows ?? 0;
  return {
    name,
    made_at,
    verified_at,
    size_bytes,
    tickets: rowsOf('ticket'),
    messages: rowsOf('message'),
    users: rowsOf('user'),
    attachments: attachments.files,
  };
}

/** Copies of the desk. */
export const backupRoutes: AdminRoutes = (app, context) => {
  const { backups } = context;

  addCall(app, context, backupCalls.list, () => {
    const { isNightly, keep } = backups.settings;
    return {
      backups: backups.list().map(presentBackup),
      is_nightly: isNightly,
      keep_days: keep.daily,
      keep_weeks: keep.weekly,
    };
  });

  addCall(app, context, backupCalls.make, async () => ({ backup: presentBackup(await backups.make()) }));
};
