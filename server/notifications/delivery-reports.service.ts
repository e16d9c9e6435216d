import type { Clock } from '#shared/model/clock.ts';
import type { DeliveryChannelName } from '../channels/create-channels.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { DeliveryReport } from '../inbound/whatsapp-webhook.ts';
import { findReported, updateReported, type ReportedDelivery } from './delivery-report.repo.ts';
import { readTrace } from './delivery-trace.ts';
import type { Receipts } from './receipts.ts';

export interface DeliveryReportsDeps {
  database: Database;
  clock: Clock;
  receipts: Receipts;
}

/**
 * Takes in what the other side says of letters that it has. Reports may come twice and in any order. One of a letter
 * that is still queued tells that it was sent before the node died: it is not sent again then.
 */
export class DeliveryReports {
  readonly #deps: DeliveryReportsDeps;

  constructor(deps: DeliveryReportsDeps) {
    this.#deps = deps;
  }

  async take(channel: DeliveryChannelName, reports: readonly DeliveryReport[]): Promise<void> {
    if (reports.length === 0) return;
    const { database, clock, receipts } = this.#deps;
    await database.write(async (tx) => {
      for (const report of reports) {
        const messageId = await takeOne(tx, channel, report);
        if (messageId !== null) await receipts.refresh(tx, messageId, clock.now());
      }
    });
  }
}

/** The message of a ticket that the report is about. */
async function takeOne(tx: Tx, channel: DeliveryChannelName, report: DeliveryReport): Promise<number | null> {
  const trace = report.trace === null ? null : readTrace(report.trace);
  const found = await findReported(tx.db, channel, { peerId: report.peerId, trace });
  if (found === null) return null;
  await updateReported(tx, found.id, columnsAfter(found, report));
  return found.message_id;
}

function columnsAfter(found: ReportedDelivery, { state, at, peerId, reason }: DeliveryReport) {
  if (state === 'failed') {
    // What has arrived has arrived, whatever comes late.
    if (found.delivered_at !== null || found.read_at !== null) return {};
    return { status: 'FAILED', error: reason, next_attempt_at: null, peer_id: peerId };
  }
  const wasSent = found.status === 'SENT';
  return {
    status: 'SENT',
    error: null,
    next_attempt_at: null,
    peer_id: peerId,
    ...(wasSent ? {} : { sent_at: at, attempts: found.attempts + 1 }),
    ...(state === 'sent' ? {} : { delivered_at: found.delivered_at ?? at }),
    ...(state === 'read' ? { read_at: found.read_at ?? at } : {}),
  };
}
