import type { AttachmentRecord } from '../model/attachment.ts';
import { activityColumns, attachmentColumns, messageColumns, ticketColumns } from '../model/columns.ts';
import type { ActivityRow, MessageRow } from '../model/ticket.ts';
import type { HeldTicketRow } from './rows.ts';
import type { Op, Pulled } from './sync.ts';
import { toColumns, toRows } from './to-columns.ts';

/** What was pulled, as it is applied. */
export interface PulledOps {
  cursor: number;
  ops: Op[];
}

const heldTicketColumns = [...ticketColumns, 'aud'] as const;

/** For the wire: rows of tickets by columns, the rest one by one. */
export function packPulled({ cursor, ops }: PulledOps): Pulled {
  const others: Op[] = [];
  const ticket: HeldTicketRow[] = [];
  const message: MessageRow[] = [];
  const activity: ActivityRow[] = [];
  const attachment: AttachmentRecord[] = [];
  for (const op of ops) {
    if (op.op !== 'put') others.push(op);
    else if (op.ent === 'ticket') ticket.push({ ...op.row, aud: op.aud.join(' ') });
    else if (op.ent === 'message') message.push(op.row);
    else if (op.ent === 'activity') activity.push(op.row);
    else if (op.ent === 'attachment') attachment.push(op.row);
    else others.push(op);
  }
  const rows = {
    ticket: toColumns(heldTicketColumns, ticket),
    message: toColumns(messageColumns, message),
    activity: toColumns(activityColumns, activity),
    attachment: toColumns(attachmentColumns, attachment),
  };
  return { cursor, ops: others, rows };
}

/** From the wire. Each row came once, so their order says nothing. */
export function unpackPulled({ cursor, ops, rows }: Pulled): PulledOps {
  const { ticket, message, activity, attachment } = rows;
  return {
    cursor,
    ops: [
      ...ops,
      ...toRows(heldTicketColumns, ticket).map(({ aud, ...row }): Op => ({
        op: 'put',
        ent: 'ticket',
        aud: aud.split(' '),
        row,
      })),
      ...toRows(messageColumns, message).map((row): Op => ({ op: 'put', ent: 'message', row })),
      ...toRows(activityColumns, activity).map((row): Op => ({ op: 'put', ent: 'activity', row })),
      ...toRows(attachmentColumns, attachment).map((row): Op => ({ op: 'put', ent: 'attachment', row })),
    ],
  };
}
