import { randomBytes } from 'node:crypto';
import type { Clock, RandomBytes } from '#shared/model/clock.ts';
import { createUidFactory, type UidFactory } from '#shared/model/uid.ts';
import type { Database } from './database/database.ts';
import { ChangeFeed } from './sync/change-feed.ts';
import { AudienceRepo } from './sync/change-log.repo.ts';
import { TicketWriter } from './tickets/ticket-writer.ts';
import { TicketService } from './tickets/ticket.service.ts';

export const systemClock: Clock = { now: () => Date.now() };
export const systemRandom: RandomBytes = (length) => randomBytes(length);

/** What the surfaces, sync and the jobs work with: every service once, built from explicit parts. */
export interface Services {
  clock: Clock;
  random: RandomBytes;
  mintUid: UidFactory;
  database: Database;
  audiences: AudienceRepo;
  feed: ChangeFeed;
  ticketWriter: TicketWriter;
  tickets: TicketService;
}

export function createServices(
  database: Database,
  { clock = systemClock, random = systemRandom }: { clock?: Clock; random?: RandomBytes } = {},
): Services {
  const audiences = new AudienceRepo();
  const feed = new ChangeFeed();
  const ticketWriter = new TicketWriter({ audiences, feed, random });
  const tickets = new TicketService({ database, writer: ticketWriter, clock });
  return { clock, random, mintUid: createUidFactory(clock, random), database, audiences, feed, ticketWriter, tickets };
}
