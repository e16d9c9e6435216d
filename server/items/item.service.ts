import type { Clock } from '#shared/model/clock.ts';
import type { Department } from '#shared/model/department.ts';
import {
  itemAudience,
  readItem,
  type DeskItem,
  type ItemKind,
  type ItemRow,
  type ItemVisibility,
  type MacroBody,
} from '#shared/model/item.ts';
import { tokensOf } from '#shared/model/permissions.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import type { ViewFilter } from '#shared/model/view-filter.ts';
import { usedWithinDays } from '#shared/protocol/admin/macros.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { AudienceRepo } from '../sync/change-log.repo.ts';
import type { RowPublisher } from '../sync/row-publisher.ts';
import { insertItemUse, itemUsageQuery } from './item-use.repo.ts';
import { isOnStaff, mayChange, maySee, mayShare } from './item.policy.ts';
import { countOwned, findItem, insertItem, isItemKnown, listItems, updateItem } from './item.repo.ts';

/** What an author says of an item; the body is of the item's kind. */
export interface ItemInput {
  name: string;
  visibility: ItemVisibility;
  /** Counts for `team` alone; the author's own when left out. */
  department?: Department | null | undefined;
  body: MacroBody | ViewFilter;
}

/** On how many tickets a macro was used at once, and on which. */
export interface MacroUse {
  tickets: number;
  ticket_uids: readonly string[];
}

/** `ver`: the version that the author saw. */
export type ItemChange = { [Field in keyof ItemInput]?: ItemInput[Field] | undefined } & {
  ver?: number | undefined;
};

export type ItemRefusal = 'not_found' | 'forbidden' | 'exists' | 'overtaken' | 'no_department' | 'too_many';
export type ItemOutcome = { kind: 'done'; item: DeskItem } | { kind: 'refused'; refusal: ItemRefusal };

export interface ItemServiceDeps {
  database: Database;
  audiences: AudienceRepo;
  publisher: RowPublisher;
  clock: Clock;
  mintUid: UidFactory;
}

/** Every console holds them all, so that nobody may make any number of them. */
const maxPerOwner = 500;

const dayMs = 86_400_000;

const refused = (refusal: ItemRefusal): ItemOutcome => ({ kind: 'refused', refusal });
type Fields = Pick<ItemRow, 'name' | 'visibility' | 'department' | 'body'>;

/** Macros and saved views. Whoever may see one gets it on their console; changes travel like a ticket's. */
export class ItemService {
  readonly #deps: ItemServiceDeps;

  constructor(deps: ItemServiceDeps) {
    this.#deps = deps;
  }

  /** Those of one kind that the actor may see, by name; null for who is not on the staff. */
  async list(actor: Actor, kind: ItemKind): Promise<DeskItem[] | null> {
    if (!isOnStaff(actor)) return null;
    const rows = await listItems(this.#deps.database.db, tokensOf(actor), kind);
    return rows.map(readItem).filter((item) => item !== null);
  }

  async find(actor: Actor, kind: ItemKind, id: number): Promise<ItemOutcome> {
    const found = await findVisible(this.#deps.database.db, actor, kind, id);
    return typeof found === 'string' ? refused(found) : answerWith(found);
  }

  /** `uid` names the item beforehand, so that a request that is sent again makes nothing twice. */
  create(actor: Actor, kind: ItemKind, input: ItemInput, uid = this.#deps.mintUid()): Promise<ItemOutcome> {
    const { database, audiences, clock } = this.#deps;
    return database.write(async (tx) => {
      const fields = fieldsOf(actor, input);
      if (fields === null) return refused('no_department');
      if (!mayShare(actor, fields)) return refused('forbidden');
      if (await isItemKnown(tx.db, uid)) return refused('exists');
      if ((await countOwned(tx.db, actor.id)) >= maxPerOwner) return refused('too_many');
      const now = clock.now();
      const row = { uid, ver: 1, kind, owner_id: actor.id, ...fields, updated_at: now };
      const audience_id = await audiences.intern(tx, itemAudience(row));
      const id = await insertItem(tx, { ...row, audience_id, created_at: now, deleted_at: null });
      return this.#done(tx, null, { ...row, id }, now);
    });
  }

  /** Changes what is given. With `ver`, it is refused as overtaken when somebody changed the item in between. */
  update(actor: Actor, kind: ItemKind, id: number, { ver, ...given }: ItemChange): Promise<ItemOutcome> {
    const { database, audiences, clock } = this.#deps;
    return database.write(async (tx) => {
      const before = await findToChange(tx, actor, kind, id);
      if (typeof before === 'string') return refused(before);
      if (ver !== undefined && ver !== before.ver) return refused('overtaken');
      const { name = before.name, visibility = before.visibility, department = before.department } = given;
      const body = given.body ?? (JSON.parse(before.body) as ItemInput['body']);
      const fields = fieldsOf(actor, { name, visibility, department, body });
      if (fields === null) return refused('no_department');
      const isSameShare = fields.visibility === before.visibility && fields.department === before.department;
      if (!isSameShare && !mayShare(actor, fields)) return refused('forbidden');
      const now = clock.now();
      const after: ItemRow = { ...before, ...fields, ver: before.ver + 1, updated_at: now };
      const audience_id = await audiences.intern(tx, itemAudience(after));
      await updateItem(tx, id, { ...fields, ver: after.ver, updated_at: now, audience_id });
      return this.#done(tx, before, after, now);
    });
  }

  remove(actor: Actor, kind: ItemKind, id: number): Promise<ItemOutcome> {
    const { database, clock, publisher } = this.#deps;
    return database.write(async (tx) => {
      const item = await findToChange(tx, actor, kind, id);
      if (typeof item === 'string') return refused(item);
      const now = clock.now();
      await updateItem(tx, id, { ver: item.ver + 1, updated_at: now, deleted_at: now });
      const { uid } = item;
      const op = { op: 'gone', ent: 'item', uid } as const;
      await publisher.publish(tx, { ent: 'item', id, uid, op, tokens: itemAudience(item) }, now);
      return answerWith(item);
    });
  }

  /** Keeps that somebody used a macro on so many tickets at once, and on which. */
  use(actor: Actor, id: number, { tickets, ticket_uids }: MacroUse): Promise<ItemOutcome> {
    const { database, clock } = this.#deps;
    return database.write(async (tx) => {
      const found = await findVisible(tx.db, actor, 'macro', id);
      if (typeof found === 'string') return refused(found);
      const use = { item_id: id, user_id: actor.id, tickets, used_at: clock.now() };
      await insertItemUse(tx, use, ticket_uids);
      return answerWith(found);
    });
  }

  /** How much macros were used of late: for admins, which the caller has checked. */
  usage() {
    const { database, clock } = this.#deps;
    return itemUsageQuery(database.db, clock.now() - usedWithinDays * dayMs).execute();
  }

  async #done(tx: Tx, before: ItemRow | null, item: ItemRow, now: number): Promise<ItemOutcome> {
    const { id, uid } = item;
    const op = { op: 'put', ent: 'item', row: item } as const;
    const tokens = itemAudience(item);
    const prevTokens = before === null ? tokens : itemAudience(before);
    await this.#deps.publisher.publish(tx, { ent: 'item', id, uid, op, tokens, prevTokens }, now);
    return answerWith(item);
  }
}

async function findToChange(
  tx: Tx,
  actor: Actor,
  kind: ItemKind,
  id: number,
): Promise<ItemRow | 'not_found' | 'forbidden'> {
  const item = await findVisible(tx.db, actor, kind, id);
  if (typeof item === 'string') return item;
  return mayChange(actor, item) ? item : 'forbidden';
}

async function findVisible(
  db: Db,
  actor: Actor,
  kind: ItemKind,
  id: number,
): Promise<ItemRow | 'not_found' | 'forbidden'> {
  if (!isOnStaff(actor)) return 'forbidden';
  const item = await findItem(db, kind, id);
  // Of what somebody may not see they are not told that it is there.
  return item === null || !maySee(actor, item) ? 'not_found' : item;
}

/** Null for a team without a department. */
function fieldsOf(actor: Actor, { name, visibility, department, body }: ItemInput): Fields | null {
  const team = visibility === 'team' ? (department ?? actor.department) : null;
  if (visibility === 'team' && team === null) return null;
  return { name, visibility, department: team, body: JSON.stringify(body) };
}

function answerWith(row: ItemRow): ItemOutcome {
  const item = readItem(row);
  if (item === null) throw new Error(`The item ${row.id} cannot be read`);
  return { kind: 'done', item };
}
