import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { SearchTerm } from '#shared/model/search-query.ts';
import { foldCase } from '#shared/model/search-filter.ts';
import type {
  IndexConnection,
  RankedSearch,
  SearchDocument,
  TextConditions,
  TextSearch,
} from './text-search.ts';

/**
 * Tokens alone are kept, no texts: what was found is read from its rows. Merging is left to `tidy`: merges by
 * themselves make single writes wait for tenths of a second.
 */
const createStatements = [
  `CREATE VIRTUAL TABLE ticket_search USING fts5
    (names, subject, requester, tags, facets, conversation,
      content = '', contentless_delete = 1, prefix = '3', tokenize = 'unicode61 remove_diacritics 2')`,
];

const settleStatements = [
  `INSERT INTO ticket_search (ticket_search, rank) VALUES ('automerge', 0)`,
  `INSERT INTO ticket_search (ticket_search, rank) VALUES ('crisismerge', 1000)`,
];

/** A hit in a number or a subject is worth more than one somewhere in the conversation. */
const score = sql<number>`bm25(ticket_search, 12, 8, 6, 4, 0, 1)`;

const textColumns = '{names subject requester tags conversation}';

/** The shortest beginning of a word that is looked for; a shorter one is a word. */
const minPrefixLength = 3;

/** Pages that one `tidy` merges: a few milliseconds. */
const tidyPages = 16;

/** A tag as one token, whatever it is spelled with. */
const facetOf = (tag: string): string => `t${Buffer.from(foldCase(tag.trim())).toString('hex')}`;

const quote = (text: string): string => `"${text.replaceAll('"', ' ').replaceAll('\0', ' ')}"`;

const anyOf = (parts: readonly string[]): string => `(${parts.join(' OR ')})`;

function termMatch({ text, isPrefix }: SearchTerm): string {
  const number = /^#(\d+)$/.exec(text)?.[1];
  if (number !== undefined) return `names : ${quote(number)}`;
  const isLongEnough = text.length >= minPrefixLength;
  return `${textColumns} : ${quote(text)}${isPrefix && isLongEnough ? '*' : ''}`;
}

const tagMatch = (values: readonly string[]): string =>
  anyOf(values.map((value) => `facets : ${quote(facetOf(value))}`));

const requesterMatch = (values: readonly string[]): string =>
  anyOf(values.map((value) => `requester : ${quote(value)}*`));

/** The parts of a match expression that must occur, or those that must not. */
function partsOf({ terms, tags, requesters }: TextConditions, isExcluded: boolean): string[] {
  const wanted = (each: { isExcluded: boolean }): boolean => each.isExcluded === isExcluded;
  return [
    ...terms.filter(wanted).map(termMatch),
    ...tags.filter(wanted).map(({ values }) => tagMatch(values)),
    ...requesters.filter(wanted).map(({ values }) => requesterMatch(values)),
  ];
}

function matchOf(conditions: TextConditions): string | null {
  const parts = partsOf(conditions, false).map((part) => `(${part})`);
  return parts.length === 0 ? null : parts.join(' AND ');
}

function ranked({ conditions, where, scanLimit, rankLimit }: RankedSearch) {
  const match = matchOf(conditions);
  if (match === null) return null;
  return sql<{ id: number; score: number }>`
    (SELECT ticket_search.rowid AS id, ${score} AS score
      FROM ticket_search CROSS JOIN ticket ON ticket.id = ticket_search.rowid
      WHERE ticket_search MATCH ${match} AND ticket_search.rowid >= (
        SELECT min(scanned) FROM (
          SELECT rowid AS scanned FROM ticket_search WHERE ticket_search MATCH ${match}
          ORDER BY rowid DESC LIMIT ${scanLimit})
        ) AND ${where}
      ORDER BY ticket_search.rowid DESC LIMIT ${rankLimit})`;
}

function matching(
  conditions: TextConditions,
  limit: number,
  beforeId = Number.MAX_SAFE_INTEGER,
): RawBuilder<{ id: number }> | null {
  const match = matchOf(conditions);
  if (match === null) return null;
  return sql<{ id: number }>`(SELECT rowid AS id FROM ticket_search
    WHERE ticket_search MATCH ${match} AND rowid < ${beforeId} ORDER BY rowid DESC LIMIT ${limit})`;
}

function without(conditions: TextConditions): RawBuilder<SqlBool> | null {
  const parts = partsOf(conditions, true);
  if (parts.length === 0) return null;
  return sql<SqlBool>`NOT EXISTS (SELECT 1 FROM ticket_search AS unwanted
    WHERE unwanted.ticket_search MATCH ${anyOf(parts)} AND unwanted.rowid = ticket.id)`;
}

async function put(tx: IndexConnection, ticketId: number, document: SearchDocument): Promise<void> {
  const { names, subject, requester, tags, conversation } = document;
  await remove(tx, ticketId);
  await sql`INSERT INTO ticket_search (rowid, names, subject, requester, tags, facets, conversation)
    VALUES (${ticketId}, ${names}, ${subject}, ${requester}, ${tags.join(' ')}, ${tags.map(facetOf).join(' ')},
      ${conversation})`.execute(tx);
}

async function remove(tx: IndexConnection, ticketId: number): Promise<void> {
  await sql`DELETE FROM ticket_search WHERE rowid = ${ticketId}`.execute(tx);
}

async function totalChanges(tx: IndexConnection): Promise<number> {
  const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(tx);
  return rows[0]?.changes ?? 0;
}

/** As documented for FTS5: less than two changes mean that there was nothing to merge. */
async function tidy(tx: IndexConnection): Promise<boolean> {
  const before = await totalChanges(tx);
  await sql`INSERT INTO ticket_search (ticket_search, rank) VALUES ('merge', ${tidyPages})`.execute(tx);
  return (await totalChanges(tx)) - before >= 2;
}

/** Full-text search by FTS5. */
export const sqliteTextSearch: TextSearch = {
  createStatements,
  settleStatements,
  put,
  remove,
  tidy,
  ranked,
  matching,
  without,
};
