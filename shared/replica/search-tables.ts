/**
 * The index behind the search box: one document per ticket, of what the agent sees (predictions too). The triggers only
 * note which documents are due, because writing a document costs more than the row it tells of; `search-index.ts`
 * writes them soon after, a few at a time. While a snapshot comes in, new tickets are not even noted: its end is.
 */
const ticketText = 'id, code, subject, description, requester_name, requester_email, phone_number';

/** Stands for every ticket without a document. */
export const everyOther = '';

const isSnapshotUnderWay = `EXISTS (SELECT 1 FROM meta WHERE key = 'boot' AND value <> 'null')`;

function note(uid: string): string {
  return `INSERT INTO search_ticket (uid, is_due) VALUES (${uid}, 1)
    ON CONFLICT (uid) DO UPDATE SET is_due = 1 WHERE is_due = 0`;
}

/** For rows of a ticket that is noted already, or will be. */
function noteKnown(uid: string): string {
  return `UPDATE search_ticket SET is_due = 1 WHERE uid = ${uid} AND is_due = 0`;
}

function trigger(name: string, event: string, table: string, work: string): string {
  return `CREATE TRIGGER ${table}_${name} AFTER ${event} ON ${table} BEGIN ${work}; END`;
}

function otherText(table: string, columns: string, work: string): string {
  const names = columns.split(', ');
  const isOther = names.map((name) => `old.${name} IS NOT new.${name}`).join(' OR ');
  return `CREATE TRIGGER ${table}_other AFTER UPDATE OF ${columns} ON ${table} WHEN ${isOther} BEGIN ${work}; END`;
}

const triggers: readonly string[] = [
  `CREATE TRIGGER ticket_new AFTER INSERT ON ticket WHEN NOT ${isSnapshotUnderWay}
    BEGIN ${note('new.uid')}; END`,
  `CREATE TRIGGER snapshot_end AFTER UPDATE ON meta WHEN new.key = 'boot' AND new.value = 'null'
    BEGIN ${note(`'${everyOther}'`)}; END`,
  otherText('ticket', ticketText, note('new.uid')),
  trigger('gone', 'DELETE', 'ticket', noteKnown('old.uid')),
  trigger('new', 'INSERT', 'ticket_overlay', note('new.uid')),
  trigger('gone', 'DELETE', 'ticket_overlay', note('old.uid')),
  ...['message', 'message_overlay'].flatMap((table) => [
    trigger('new', 'INSERT', table, noteKnown('new.ticket_uid')),
    trigger('gone', 'DELETE', table, noteKnown('old.ticket_uid')),
    otherText(table, 'text', noteKnown('new.ticket_uid')),
  ]),
];

/**
 * The documents. What leaves them leaves their segments too (`secure-delete`); a hit in the number or the subject is
 * worth more than one somewhere in the conversation. Unfinished words of few letters are in most texts, and are looked up
 * in indexes of their own.
 */
export const documentTable: readonly string[] = [
  `CREATE VIRTUAL TABLE ticket_search USING fts5
    (number, code, subject, requester, description, conversation,
      tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')`,
  `INSERT INTO ticket_search (ticket_search, rank) VALUES ('secure-delete', 1)`,
  `INSERT INTO ticket_search (ticket_search, rank) VALUES ('rank', 'bm25(12, 12, 8, 6, 2, 1)')`,
];

export const searchTables: readonly string[] = [
  'CREATE TABLE search_ticket (doc INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, is_due INTEGER NOT NULL) STRICT',
  'CREATE INDEX search_ticket_due ON search_ticket (is_due) WHERE is_due = 1',
  ...documentTable,
  ...triggers,
];
