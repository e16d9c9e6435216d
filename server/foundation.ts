import type { Clock, RandomBytes } from '#shared/model/clock.ts';
import { createUidFactory, type UidFactory } from '#shared/model/uid.ts';
import type { Database } from './database/database.ts';
import { LiveFeed } from './realtime/live-feed.ts';
import { AudienceRepo } from './sync/change-log.repo.ts';
import { ChangeFeed } from './sync/change-feed.ts';
import { RowPublisher } from './sync/row-publisher.ts';
import { SystemLog } from './system-log/system-log.service.ts';

/** What every service stands on: the database, time, chance, and the ways in which a change is made known. */
export interface Foundation {
  clock: Clock;
  random: RandomBytes;
  mintUid: UidFactory;
  database: Database;
  audiences: AudienceRepo;
  feed: ChangeFeed;
  live: LiveFeed;
  publisher: RowPublisher;
  systemLog: SystemLog;
}

export function createFoundation(
  database: Database,
  { clock, random }: { clock: Clock; random: RandomBytes },
): Foundation {
  const audiences = new AudienceRepo();
  const feed = new ChangeFeed();
  return {
    clock,
    random,
    mintUid: createUidFactory(clock, random),
    database,
    audiences,
    feed,
    live: new LiveFeed(),
    publisher: new RowPublisher({ audiences, feed }),
    systemLog: new SystemLog({ database, clock }),
  };
}
