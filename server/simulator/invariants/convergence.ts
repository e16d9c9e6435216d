import type { SimConsole } from '../processes/sim-console.ts';
import {
  activityColumns,
  attachmentColumns,
  faqColumns,
  itemColumns,
  messageColumns,
  profileColumns,
  ticketColumns,
} from '#shared/model/columns.ts';
import { itemAudience, type ItemRow } from '#shared/model/item.ts';
import { lateIndexNames } from '#shared/replica/late-indexes.ts';
import type { Watched } from './watched.ts';
import { mayRead } from './desk-state.ts';
import type { Watcher } from './invariant.ts';

const list = (columns: readonly string[], table: string): string =>
  columns
    .map((column) => (column === 'email' ? `coalesce(${table}.email, '') as email` : `${table}.${column}`))
    .join(', ');

const profileSql = (table: string): string => `select ${list(profileColumns, table)} from "${table}"`;
const childColumns = (columns: readonly string[]): readonly string[] =>
  columns.filter((column) => column !== 'ticket_uid');

const attachmentSql = `select ${list(
  attachmentColumns.filter((column) => column !== 'ticket_uid' && column !== 'message_uid'),
  'attachment',
)}, ticket.uid as ticket_uid, message.uid as message_uid from attachment
  join ticket on ticket.id = attachment.ticket_id left join message on message.id = attachment.message_id`;

const lateIndexSql = `select name as uid from sqlite_master
  where type = 'index' and name in ('${lateIndexNames.join("', '")}')`;

type Row = Record<string, unknown>;

const texts = (rows: readonly Row[]): Map<string, string> =>
  new Map(rows.map((row) => [String(row['uid']), JSON.stringify(row, Object.keys(row).toSorted())]));

/** Convergence: a console at rest holds the rows that its user may see, byte for byte, nothing else, and every index. */
export class Convergence implements Watcher {
  readonly #world: Watched;

  constructor(world: Watched) {
    this.#world = world;
  }

  atRest(): void {
    for (const console of this.#world.consoles) {
      if (this.#world.desk.state.activeUsers.has(console.userId)) this.#compare(console);
    }
  }

  #compare(console: SimConsole): void {
    for (const [table, wanted, found] of this.#pairsOf(console))
      this.#diff(console.name, table, texts(wanted), texts(found));
  }

  /** Each table's name, what the node says is in it, and what is in it. */
  #pairsOf(console: SimConsole): [string, Row[], Row[]][] {
    const { node, desk } = this.#world;
    const tokens = desk.state.tokensByUser.get(console.userId) ?? new Set();
    const visible = new Set(
      [...desk.state.ticketByUid.values()]
        .filter((ticket) => mayRead(tokens, ticket.tokens))
        .map(({ uid }) => uid),
    );
    const ofVisible = (rows: readonly Row[], key: string): Row[] =>
      rows.filter((row) => visible.has(String(row[key])));
    const child = (columns: readonly string[], table: string): string =>
      `select ${list(childColumns(columns), table)}, ticket.uid as ticket_uid
       from ${table} join ticket on ticket.id = ${table}.ticket_id`;
    const { replicaDisk } = console;
    return [
      [
        'profile',
        node.disk.read<Row>(`${profileSql('user')} where role <> 'customer' and deleted_at is null`),
        replicaDisk.read<Row>(profileSql('profile')),
      ],
      [
        'ticket',
        ofVisible(node.disk.read<Row>(`select ${list(ticketColumns, 'ticket')} from ticket`), 'uid'),
        replicaDisk.read<Row>(`select ${list(ticketColumns, 'ticket')} from ticket`),
      ],
      [
        'message',
        ofVisible(node.disk.read<Row>(child(messageColumns, 'message')), 'ticket_uid'),
        replicaDisk.read<Row>(`select ${list(messageColumns, 'message')} from message`),
      ],
      [
        'activity',
        ofVisible(node.disk.read<Row>(child(activityColumns, 'activity')), 'ticket_uid'),
        replicaDisk.read<Row>(`select ${list(activityColumns, 'activity')} from activity`),
      ],
      [
        'attachment',
        ofVisible(node.disk.read<Row>(attachmentSql), 'ticket_uid'),
        replicaDisk.read<Row>(`select ${list(attachmentColumns, 'attachment')} from attachment`),
      ],
      [
        'item',
        node.disk
          .read<Row & ItemRow>(
            `select ${list(itemColumns, 'desk_item')} from desk_item where deleted_at is null`,
          )
          .filter((item) => mayRead(tokens, itemAudience(item))),
        replicaDisk.read<Row>(`select ${list(itemColumns, 'item')} from item`),
      ],
      [
        'faq',
        node.disk.read<Row>(`select ${list(faqColumns, 'faq')} from faq`),
        replicaDisk.read<Row>(`select ${list(faqColumns, 'faq')} from faq`),
      ],
      ['index', lateIndexNames.map((uid) => ({ uid })), replicaDisk.read<Row>(lateIndexSql)],
      ['ticket_overlay', [], replicaDisk.read<Row>('select uid from ticket_overlay')],
      ['boot_seen', [], replicaDisk.read<Row>('select uid from boot_seen')],
    ];
  }

  #diff(
    name: string,
    table: string,
    wanted: ReadonlyMap<string, string>,
    found: ReadonlyMap<string, string>,
  ): void {
    for (const [uid, text] of wanted) {
      const own = found.get(uid);
      if (own !== text) {
        this.#world.report(
          'Convergence',
          `${name}: ${table} ${uid} is ${own ?? 'missing'}, on the node ${text}`,
        );
        return;
      }
    }
    for (const uid of found.keys()) {
      if (!wanted.has(uid)) {
        this.#world.report('Convergence', `${name}: ${table} ${uid} should not be there`);
        return;
      }
    }
  }
}
