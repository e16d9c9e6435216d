import type { Kysely } from 'kysely';
import type { Clock } from '../model/clock.ts';
import type { UidFactory } from '../model/uid.ts';
import { fromBase64, toBase64 } from '../protocol/base64.ts';
import { DeskError } from '../protocol/errors.ts';
import { createAddFile } from './add-file.ts';
import { cache, findAttachment, readCached } from './file-bytes.ts';
import { fileErrorOf } from './file-error.ts';
import type { FileQueue } from './file-queue.ts';
import type { FileRoad } from './host.ts';
import { deleteUnsentFile, findFileBytes, markWaiting } from './kept-files.ts';
import type { Outbox } from './outbox.ts';
import type { Handlers } from './read-calls.ts';
import type { OutboxSchema, ReplicaDb } from './tables.ts';
import { askWithToken, type TokenHolder } from './with-token.ts';

export interface FileCallsDeps {
  db: ReplicaDb;
  outboxDb: Kysely<OutboxSchema>;
  outbox: Outbox;
  files: FileQueue;
  clock: Clock;
  mintUid: UidFactory;
  road: FileRoad | undefined;
  session: TokenHolder;
  /** Files of this ticket are different now. */
  onFiles: (ticketUid: string) => void;
}

/** The calls about files. */
export function createFileCalls(deps: FileCallsDeps) {
  const { outboxDb, outbox, files, onFiles } = deps;
  const addFile = createAddFile(deps);
  const userId = (): number => outbox.identity?.user.id ?? -1;
  return {
    'attachments.add': async ({ bytes: text, ...file }) => {
      const bytes = fromBase64(text);
      if (bytes === null) throw new DeskError('invalid', 'The file is not written in base64');
      const added = await addFile({ ...file, bytes });
      onFiles(file.ticket_uid);
      return added;
    },
    'attachments.send': async ({ ticket_uid, files: uids, is_note }) => {
      const place = { userId: userId(), ticketUid: ticket_uid };
      await markWaiting(outboxDb, place, uids, { on_message_uid: null, is_note: is_note ? 1 : 0 });
      onFiles(ticket_uid);
      files.ask();
      return null;
    },
    'attachments.retry': async ({ uid }) => {
      await files.retry(uid);
      return null;
    },
    'attachments.cancel': async ({ uid }) => {
      const ticketUid = await deleteUnsentFile(outboxDb, userId(), uid);
      if (ticketUid !== null) onFiles(ticketUid);
      return ticketUid !== null;
    },
    'attachments.read': ({ uid }) => read(deps, uid),
  } satisfies Partial<Handlers>;
}

/** What is in a file: as it was chosen here, as it was looked at before, or from the node. */
async function read(
  { db, outboxDb, outbox, clock, road, session }: FileCallsDeps,
  uid: string,
): Promise<{ file_name: string; content_type: string; bytes: string }> {
  const userId = outbox.identity?.user.id ?? -1;
  const attachment = await findAttachment(db, uid);
  const unsent = await outbox.listFiles(['draft', 'waiting', 'failed']);
  const file = attachment ?? unsent.find((kept) => kept.uid === uid);
  if (file === undefined) throw new DeskError('not_found', 'There is no such file here');
  const { file_name, content_type } = file;
  const own = (await findFileBytes(outboxDb, userId, uid)) ?? (await readCached(db, clock, uid));
  if (own !== null) return { file_name, content_type, bytes: toBase64(own) };
  if (road === undefined || attachment === null) throw unreachable();
  const answer = await askWithToken(session, (token) => road.get(token, uid));
  const error = fileErrorOf(answer);
  if (error?.kind === 'not_found')
    throw new DeskError('not_found', 'The node does not have this file any more');
  if (error !== null) throw unreachable();
  await cache(db, clock, attachment, answer.bytes);
  return { file_name, content_type, bytes: toBase64(answer.bytes) };
}

const unreachable = (): DeskError => new DeskError('unavailable', 'What is in this file is not here yet');
