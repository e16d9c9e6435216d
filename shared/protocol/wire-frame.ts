import { z } from 'zod';
import {
  activityColumns,
  attachmentColumns,
  faqColumns,
  itemColumns,
  messageColumns,
  profileColumns,
  ticketColumns,
} from '../model/columns.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { TicketPatch } from './rows.ts';
import { frameSchema, type Frame, type Op } from './sync.ts';
import { packUid, unpackUid } from './packed-uid.ts';

/**
 * A frame as it crosses the network: rows as lists of values in the columns' order, uids in 22 letters. Most frames are
 * one changed column and its activity, and go to everybody who sees the ticket; names would be most of their bytes.
 */
export const wireFrameSchema = z.tuple([
  z.int().nonnegative(),
  z.array(z.tuple([z.string().max(1)], z.json())),
]);
export type WireFrame = z.infer<typeof wireFrameSchema>;
type WireOp = WireFrame[1][number];
type Value = z.core.util.JSONType;

const columnsByLetter = {
  t: ['ticket', ticketColumns],
  m: ['message', messageColumns],
  a: ['activity', activityColumns],
  h: ['attachment', attachmentColumns],
  p: ['profile', profileColumns],
  i: ['item', itemColumns],
  f: ['faq', faqColumns],
} as const;
type Letter = keyof typeof columnsByLetter;

const letterOf = {
  ticket: 't',
  message: 'm',
  activity: 'a',
  attachment: 'h',
  profile: 'p',
  item: 'i',
  faq: 'f',
} as const;
const uidColumns: ReadonlySet<string> = new Set(['uid', 'ticket_uid', 'message_uid']);

/** What a message or an activity most often shares with the ticket that comes before it; written as 0. */
interface Shared {
  ticket_uid?: unknown;
  created_at?: unknown;
}

const sharedOf = (op: Op): Shared | null => {
  if (op.op === 'put' && op.ent === 'ticket') {
    return { ticket_uid: op.row.uid, created_at: op.row.updated_at };
  }
  return op.op === 'patch' ? { ticket_uid: op.uid, created_at: op.set.updated_at } : null;
};

export function packFrame({ to, ops }: Frame): WireFrame {
  let shared: Shared = {};
  const packed = ops.map((op): WireOp => {
    if (op.op === 'gone') return ['x', letterOf[op.ent], packUid(op.uid)];
    const wire: WireOp =
      op.op === 'patch'
        ? ['~', packUid(op.uid), op.ver, packSet(op.set)]
        : [letterOf[op.ent], packRow(op, shared), ...(op.ent === 'ticket' ? [op.aud] : [])];
    shared = sharedOf(op) ?? shared;
    return wire;
  });
  return [to, packed];
}

/** Each changed column's place and its value, one after the other. */
const packSet = (set: TicketPatch): Value[] =>
  Object.entries(set).flatMap(([column, value]) => [
    ticketColumns.indexOf(column as keyof TicketRow),
    value ?? null,
  ]);

function unpackSet(pairs: Value | undefined): object | undefined {
  if (!Array.isArray(pairs)) return undefined;
  const set: Record<string, Value> = {};
  for (let at = 0; at < pairs.length; at += 2) {
    set[ticketColumns[Number(pairs[at])] ?? 'unknown'] = pairs[at + 1] ?? null;
  }
  return set;
}

function packRow({ ent, row }: Extract<Op, { op: 'put' }>, shared: Shared): Value[] {
  const [, columns] = columnsByLetter[letterOf[ent]];
  return columns.map((column): Value => {
    const value = (row as unknown as Record<string, Value>)[column] ?? null;
    if (isShared(ent, column) && value === shared[column]) return 0;
    return uidColumns.has(column) && typeof value === 'string' ? packUid(value) : value;
  });
}

const isShared = (ent: string, column: string): column is keyof Shared =>
  (ent === 'message' || ent === 'activity' || ent === 'attachment') &&
  (column === 'ticket_uid' || column === 'created_at');

/** The frame that was packed; null when it does not fit the protocol. */
export function unpackFrame(wire: unknown): Frame | null {
  const outer = wireFrameSchema.safeParse(wire);
  if (!outer.success) return null;
  const [to, packed] = outer.data;
  let shared: Shared = {};
  const ops = packed.map((wireOp) => {
    const op = unpackOp(wireOp, shared);
    shared = sharedOf(op as Op) ?? shared;
    return op;
  });
  const parsed = frameSchema.safeParse({ to, ops });
  return parsed.success ? parsed.data : null;
}

const unpackIfUid = (value: Value | undefined): Value | undefined =>
  typeof value === 'string' ? unpackUid(value) : value;

/** Shapes alone; whether the values are right is for the frame's schema to say. */
function unpackOp([letter, first, second, third, ...rest]: WireOp, shared: Shared): object {
  if (rest.length > 0) return { op: 'unknown' };
  if (letter === '~')
    return { op: 'patch', ent: 'ticket', uid: unpackIfUid(first), ver: second, set: unpackSet(third) };
  if (letter === 'x') {
    return { op: 'gone', ent: columnsByLetter[first as Letter]?.[0], uid: unpackIfUid(second) };
  }
  if (!Object.hasOwn(columnsByLetter, letter) || !Array.isArray(first)) return { op: 'unknown' };
  const [ent, columns] = columnsByLetter[letter as Letter];
  const row = Object.fromEntries(
    first.map((value, index) => {
      const column: string = columns[index] ?? `unknown ${index}`;
      if (isShared(ent, column) && value === 0) return [column, shared[column]];
      return [column, uidColumns.has(column) ? unpackIfUid(value) : value];
    }),
  );
  return { op: 'put', ent, row, ...(ent === 'ticket' ? { aud: second } : {}) };
}
