import { sql } from 'kysely';
import { faqColumns } from '../model/columns.ts';
import type { FaqRow } from '../model/faq.ts';
import type { ReplicaDb } from './tables.ts';

/** The answers once more, for searching; kept in step by triggers, because there are few. */
export const faqSearchTables: readonly string[] = [
  `CREATE VIRTUAL TABLE faq_search USING fts5
    (question, answer, tags, content = 'faq', tokenize = 'unicode61 remove_diacritics 2')`,
  `INSERT INTO faq_search (faq_search, rank) VALUES ('rank', 'bm25(6, 1, 4)')`,
  `CREATE TRIGGER faq_search_new AFTER INSERT ON faq BEGIN ${added('new')}; END`,
  `CREATE TRIGGER faq_search_gone AFTER DELETE ON faq BEGIN ${removed('old')}; END`,
  `CREATE TRIGGER faq_search_other AFTER UPDATE ON faq BEGIN ${removed('old')}; ${added('new')}; END`,
];

function added(row: string): string {
  return `INSERT INTO faq_search (rowid, question, answer, tags)
    VALUES (${row}.rowid, ${row}.question, ${row}.answer, ${row}.tags)`;
}

function removed(row: string): string {
  return `INSERT INTO faq_search (faq_search, rowid, question, answer, tags)
    VALUES ('delete', ${row}.rowid, ${row}.question, ${row}.answer, ${row}.tags)`;
}

/** Endings carry grammar: longer words are looked for by their beginning, in any language that puts it at the end. */
function beginningOf(word: string): string {
  if (word.length > 6) return word.slice(0, -2);
  return word.length > 4 ? word.slice(0, -1) : word;
}

/** As many words of a long text as say what it is about. */
const maxWords = 40;

/** Any of the words, since a customer's whole message may be asked; rare ones weigh more. Null for no word. */
export function faqMatchOf(text: string): string | null {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  const terms = [...words].slice(0, maxWords).map((word) => `"${beginningOf(word)}"*`);
  return terms.length === 0 ? null : terms.join(' OR ');
}

/** Answers that are given, the one that fits best first; for an empty text all of them, as they were written. */
export async function searchFaqs(db: ReplicaDb, text: string, limit: number): Promise<FaqRow[]> {
  const given = db.selectFrom('faq').select(faqColumns).where('is_active', '=', 1);
  const match = faqMatchOf(text);
  if (match === null) {
    return text.trim() === '' ? given.orderBy('id').limit(limit).execute() : [];
  }
  const { rows } = await sql<FaqRow>`
    SELECT ${sql.join(faqColumns.map((column) => sql.ref(`faq.${column}`)))}
    FROM faq_search JOIN faq ON faq.rowid = faq_search.rowid
    WHERE faq_search MATCH ${match} AND faq.is_active = 1 ORDER BY faq_search.rank LIMIT ${limit}`.execute(
    db,
  );
  return rows;
}
