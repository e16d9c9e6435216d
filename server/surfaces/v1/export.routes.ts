import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { contentDisposition } from '../../attachments/file-name.ts';
import type { ExportedTicket, ExportOutcome } from '../../exports/ticket-export.service.ts';
import { csvOf } from '../../http/csv.ts';
import { flagField } from './fields.ts';
import { presentExported, presentExportedWithMessages } from './present-export.ts';
import { describeProblems } from './refusals.ts';
import { searchText } from './search.schemas.ts';
import { forbiddenTexts } from './texts.ts';
import { contextOf } from './ticket-access.ts';
import type { V1Routes } from './v1-routes.ts';

const exportQuery = z.object({
  format: z.enum(['csv', 'json']),
  /** What to export, as in the search box; everything when it is left out. */
  q: searchText.optional(),
  /** With what was said on each ticket; in JSON alone. */
  messages: flagField('messages').optional(),
});

/** Tickets as a file, streamed: what goes out was read a moment before. Our own. */
export const exportRoutes: V1Routes = (app, { services, hooks: { signedIn: onRequest } }) => {
  const { ticketExport, clock } = services;
  app.get('/export', { onRequest, schema: { querystring: exportQuery } }, async (request, reply) => {
    const { format, q: query = '', messages: withMessages = false } = request.query;
    if (format === 'csv' && withMessages) throw new DeskError('invalid', 'messages needs format=json');
    const reader = contextOf(accessOf(request).actor);
    const rows = rowsOf(await ticketExport.export({ query, format, withMessages }, reader));
    const now = clock.now();
    const name = `tickets-${new Date(now).toISOString().slice(0, 10)}.${format}`;
    return format === 'csv'
      ? sendFile(
          reply,
          name,
          'text/csv; charset=utf-8',
          csvOf(rows, (row) => presentExported(row, now)),
        )
      : sendFile(
          reply,
          name,
          'application/json; charset=utf-8',
          jsonOf(rows, (row) =>
            withMessages ? presentExportedWithMessages(row, now) : presentExported(row, now),
          ),
        );
  });
};

type Rows = Extract<ExportOutcome, { kind: 'rows' }>['rows'];

/** @throws DeskError when nothing goes out */
function rowsOf(outcome: ExportOutcome): Rows {
  switch (outcome.kind) {
    case 'rows':
      return outcome.rows;
    case 'forbidden':
      throw new DeskError('forbidden', forbiddenTexts.export);
    case 'bad_query':
      throw new DeskError('invalid', describeProblems(outcome.problems));
  }
}

function sendFile(reply: FastifyReply, name: string, type: string, body: Readable): FastifyReply {
  return reply
    .header('content-disposition', contentDisposition(name))
    .header('cache-control', 'private, no-store')
    .type(type)
    .send(body);
}

/** A list of objects, one in a line. */
function jsonOf(rows: Rows, present: (row: ExportedTicket) => object): Readable {
  return Readable.from(writeJson(rows, present));
}

async function* writeJson(rows: Rows, present: (row: ExportedTicket) => object): AsyncGenerator<string> {
  let before = '[\n';
  for await (const stretch of rows) {
    for (const row of stretch) {
      yield before + JSON.stringify(present(row));
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
