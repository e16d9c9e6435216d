import { DeskError } from '#shared/protocol/errors.ts';
import type { TicketPlace } from '../../tickets/ticket-list.repo.ts';

/** A place in the list as callers carry it: opaque to them, so that it may change. */
export function writeCursor({ createdAt, id }: TicketPlace): string {
  return Buffer.from(`${createdAt}.${id}`).toString('base64url');
}

/** Undefined for the first page. @throws DeskError `invalid` */
export function readCursor(cursor: string): TicketPlace | undefined {
  if (cursor === '') return undefined;
  const [, createdAt, id] =
    /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (createdAt === undefined || id === undefined) throw new DeskError('invalid', 'Invalid cursor');
  return { createdAt: Number(createdAt), id: Number(id) };
}
