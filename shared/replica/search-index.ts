import { sql } from 'kysely';
import { coalesce } from './coalesce.ts';
import type { Timers } from './host.ts';
import type { Lane } from './lane.ts';
import { documentTable, everyOther } from './search-tables.ts';
import type { ReplicaDb, ReplicaTx, SearchDocument } from './tables.ts';

/** Documents written in one go: few enough that nothing else waits noticeably for the lane. */
const chunkSize = 100;
/** A burst of changes is indexed once. */
const waitMs = 60;

interface Due {
  doc: number;
  uid: string;
}

const listDue = (tx: ReplicaDb | ReplicaTx): Promise<Due[]> =>
  tx.selectFrom('search_ticket').select(['doc', 'uid']).where('is_due', '=', 1).limit(chunkSize).execute();

/** The texts of these tickets as the agent sees them; a ticket that is not held any more has none. */
async function readDocuments(tx: ReplicaTx, due: readonly Due[]): Promise<SearchDocument[]> {
  const uids = due.map(({ uid }) => uid);
  const tickets = await tx
    .selectFrom('ticket_view')
    .select(['uid', 'id', 'code', 'subject', 'description'])
    .select(['requester_name', 'requester_email', 'phone_number'])
    .where('uid', 'in', uids)
    .execute();
  const messages = await tx
    .selectFrom('message_view')
    .select(['ticket_uid', 'text'])
    .where('ticket_uid', 'in', uids)
    // The same order for a prediction and for the row that follows it, so that the text is the same.
    .orderBy('uid')
    .execute();
  const textsByTicket = Map.groupBy(messages, ({ ticket_uid }) => ticket_uid);
  const docByUid = new Map(due.map(({ doc, uid }) => [uid, doc]));
  return tickets.map((ticket) => ({
    rowid: docByUid.get(ticket.uid) ?? 0,
    number: ticket.id === null ? '' : String(ticket.id),
    code: ticket.code ?? '',
    subject: ticket.subject,
    requester: [ticket.requester_name, ticket.requester_email, ticket.phone_number].filter(Boolean).join(' '),
    description: ticket.description,
    // The first message is the description once more.
    conversation: (textsByTicket.get(ticket.uid) ?? [])
      .map(({ text }) => text)
      .filter((text) => text !== ticket.description)
      .join('\n'),
  }));
}

const textColumns = ['number', 'code', 'subject', 'requester', 'description', 'conversation'] as const;

/** Those of the documents that say something else than what is stored: writing one costs far more than reading it. */
async function findOther(tx: ReplicaTx, documents: readonly SearchDocument[]): Promise<SearchDocument[]> {
  const stored = await tx
    .selectFrom('ticket_search')
    .select(['rowid', ...textColumns])
    .where(
      'rowid',
      'in',
      documents.map(({ rowid }) => rowid),
    )
    .execute();
  const storedByRow = new Map(stored.map((document) => [document.rowid, document]));
  return documents.filter((document) => {
    const before = storedByRow.get(document.rowid);
    return before === undefined || textColumns.some((column) => before[column] !== document[column]);
  });
}

/** Nothing is held any more: taking the whole index away is quicker than taking each text out of it. */
async function clearDocuments(tx: ReplicaTx): Promise<void> {
  await sql`DROP TABLE ticket_search`.execute(tx);
  for (const statement of documentTable) await sql.raw(statement).execute(tx);
  await tx.deleteFrom('search_ticket').execute();
}

/** After a snapshot: notes the tickets that came with it. */
async function noteOthers(tx: ReplicaTx): Promise<void> {
  const noted = await tx.deleteFrom('search_ticket').where('uid', '=', everyOther).executeTakeFirstOrThrow();
  if (noted.numDeletedRows === 0n) return;
  await sql`INSERT INTO search_ticket (uid, is_due)
    SELECT uid, 1 FROM ticket
    WHERE NOT EXISTS (SELECT 1 FROM search_ticket WHERE search_ticket.uid = ticket.uid)
    ORDER BY uid`.execute(tx);
}

async function writeDue(tx: ReplicaTx): Promise<boolean> {
  await noteOthers(tx);
  const due = await listDue(tx);
  if (due.length === 0) return false;
  const held = await tx.selectFrom('ticket_view').select('uid').limit(1).executeTakeFirst();
  if (held === undefined) {
    await clearDocuments(tx);
    return false;
  }
  const documents = await readDocuments(tx, due);
  const docs = due.map(({ doc }) => doc);
  const kept = documents.map(({ rowid }) => rowid);
  const others = await findOther(tx, documents);
  const gone = docs.filter((doc) => !kept.includes(doc));
  const taken = [...others.map(({ rowid }) => rowid), ...gone];
  if (taken.length > 0) await tx.deleteFrom('ticket_search').where('rowid', 'in', taken).execute();
  if (others.length > 0) await tx.insertInto('ticket_search').values(others).execute();
  await tx.updateTable('search_ticket').set({ is_due: 0 }).where('doc', 'in', kept).execute();
  if (gone.length > 0) await tx.deleteFrom('search_ticket').where('doc', 'in', gone).execute();
  return due.length === chunkSize;
}

/** Brings a part of the documents up to date. @returns whether more may be due. */
export function indexDue(db: ReplicaDb): Promise<boolean> {
  return db.transaction().execute(writeDue);
}

/** Takes the texts of tickets that are not held any more out of the index, whatever else is due. */
export function forgetGone(db: ReplicaDb): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const gone = await tx
      .selectFrom('search_ticket')
      .select('doc')
      .where('is_due', '=', 1)
      .where('uid', '!=', everyOther)
      .where('uid', 'not in', tx.selectFrom('ticket_view').select('uid'))
      .execute();
    for (let from = 0; from < gone.length; from += chunkSize) {
      const docs = gone.slice(from, from + chunkSize).map(({ doc }) => doc);
      await tx.deleteFrom('ticket_search').where('rowid', 'in', docs).execute();
      await tx.deleteFrom('search_ticket').where('doc', 'in', docs).execute();
    }
  });
}

export async function isIndexed(db: ReplicaDb): Promise<boolean> {
  return (await listDue(db)).length === 0;
}

export interface SearchIndexDeps {
  db: ReplicaDb;
  lane: Lane;
  timers: Timers;
  /** Whether rows come in bulk: they come first, the index afterwards. */
  isBusy: () => boolean;
  /** Many texts were written after their rows: views that ask for texts show others now. */
  onCaughtUp: () => void;
  onError: (error: unknown) => void;
}

export interface SearchIndex {
  /** Rows may have changed: the index follows soon. */
  ask: () => void;
  /** Writes the few documents that are due, so that what was just written is found. */
  settle: () => Promise<void>;
  stop: () => void;
}

/** Keeps the index in step with the rows, in the background. */
export function createSearchIndex(deps: SearchIndexDeps): SearchIndex {
  const { db, lane, timers, isBusy, onCaughtUp, onError } = deps;
  let isCatchingUp = false;
  const following = coalesce(
    timers,
    waitMs,
    async () => {
      if (isBusy()) return;
      const wasCatchingUp = isCatchingUp;
      isCatchingUp = await lane(() => indexDue(db));
      if (isCatchingUp) following.ask();
      else if (wasCatchingUp) onCaughtUp();
    },
    onError,
  );
  return {
    ask: following.ask,
    settle: async () => {
      if (!isBusy() && !(await isIndexed(db))) await lane(() => indexDue(db));
    },
    stop: following.stop,
  };
}
