import type { StoredBackup } from '../../backup/backup.service.ts';
import { success } from './answer.ts';
import { listBackupsAnswer, makeBackupAnswer } from './backups.schemas.ts';
import { toV1Date } from './dates.ts';
import type { V1Routes } from './v1-routes.ts';

/** Not in the document: what the node keeps for the day its disk dies. */
export const backupRoutes: V1Routes = (app, { backups, hooks: { adminOnly: onRequest } }) => {
  app.get('', { onRequest, schema: { response: { 200: listBackupsAnswer } } }, () => {
    const { isNightly, keep } = backups.settings;
    const found = backups.list().map(presentBackup);
    return success({
      backups: found,
      total: found.length,
      is_nightly: isNightly,
      keep_days: keep.daily,
      keep_weeks: keep.weekly,
    });
  });

  app.post('', { onRequest, schema: { response: { 201: makeBackupAnswer } } }, async (_request, reply) => {
    const backup = presentBackup(await backups.make());
    return reply.code(201).send(success({ message: 'Backup made and verified', backup }));
  });
};

function presentBackup({ name, made_at, verified_at, size_bytes, tables, attachments }: StoredBackup) {
  return {
    name,
    made_at: toV1Date(made_at),
    verified_at: toV1Date(verified_at),
    size_bytes,
    tickets: tables['ticket']?.rows ?? 0,
    messages: tables['message']?.rows ?? 0,
    users: tables['user']?.rows ?? 0,
    attachments: attachments.files,
  };
}
