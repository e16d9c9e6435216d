import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keyOf } from './ledger.ts';

/** What a node or a console holds, in a form in which both can be compared. */
export interface DeskRows {
  /** One line per row: what it is, its name, its version, what it says. */
  lines: string[];
  /** How many messages begin with each key. */
  timesByKey: Map<string, number>;
  /** What is wrong with the file; nothing when it is whole. */
  faults: string[];
}

interface Line {
  line: string;
}

function readRows(file: string, ticketOf: string): DeskRows {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const all = (sql: string): string[] =>
      connection
        .prepare<[], Line>(sql)
        .all()
        .map(({ line }) => line);
    const texts = all('select text as line from message');
    const timesByKey = new Map<string, number>();
    for (const text of texts.filter((each) => each.startsWith('#'))) {
      timesByKey.set(keyOf(text), (timesByKey.get(keyOf(text)) ?? 0) + 1);
    }
    const integrity = connection.pragma('integrity_check') as { integrity_check: string }[];
    return {
      lines: [
        ...all(
          `select 'ticket ' || uid || ' ' || ver || ' ' || id || ' ' || status || ' ' || subject as line
          from ticket order by uid`,
        ),
        ...all(
          `select 'message ' || uid || ' ' || ver || ' ' || id || ' ' || ${ticketOf} || ' ' || text as line
          from message order by uid`,
        ),
        ...all(
          `select 'activity ' || uid || ' ' || ver || ' ' || id || ' ' || ${ticketOf} || ' ' || kind as line
          from activity order by uid`,
        ),
      ],
      timesByKey,
      faults: integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    };
  } finally {
    connection.close();
  }
}

/** Everything that the super admin may see. */
export const readNode = (dataDir: string): DeskRows =>
  readRows(join(dataDir, 'waypost.sqlite'), '(select uid from ticket where ticket.id = ticket_id)');

/** The node's rows as this console has them, without what it predicts. */
export const readConsole = (folder: string): DeskRows => readRows(join(folder, 'replica.db'), 'ticket_uid');

/** The statements that made the node's tables: two desks of one version have the same. */
export function readSchema(dataDir: string): string {
  const connection = new Database(join(dataDir, 'waypost.sqlite'), { readonly: true });
  try {
    return connection
      .prepare<[], Line>('select sql as line from sqlite_schema where sql is not null order by name')
      .all()
      .map(({ line }) => line)
      .join('\n');
  } finally {
    connection.close();
  }
}
