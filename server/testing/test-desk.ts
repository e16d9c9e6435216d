import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#shared/model/user.ts';
import type { DeliveryChannel } from '../channels/channel.ts';
import { noChannels, type ChannelSettings } from '../channels/channel-settings.ts';
import type { DeliveryChannelName } from '../channels/create-channels.ts';
import { openDatabase } from '../database/database.ts';
import { sqliteDialect } from '../database/dialects/sqlite.ts';

import { createServices, systemRandom, type Services } from '../services.ts';
import { beginLog, newEpoch } from '../sync/change-log.repo.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import { createTestClock, type TestClock } from './test-clock.ts';
import { createTestFolder } from './test-folder.ts';
import { createTestTicket, type TicketFields } from './test-tickets.ts';
import { createTestUser, createTestUsers, type TestUsers, type UserFields } from './test-users.ts';

/** A whole desk on a real SQLite file of its own. */
export interface TestDesk extends AsyncDisposable {
  services: Services;
  /** The services' clock. */
  clock: TestClock;
  users: TestUsers;
  /** The database's file. */
  file: string;
  createUser: (fields?: UserFields) => Promise<Actor>;
  /** Opened by the super admin unless another actor is given. */
  createTicket: (fields?: TicketFields, actor?: Actor) => Promise<StoredTicket>;
}

/** Ways out of the desk, by the names of deliveries. */
export type TestChannels = Partial<Record<DeliveryChannelName, DeliveryChannel>>;

/** A desk that goes on from a copy of another one's file. */
export interface RestoredFrom {
  backup: string;
  users: TestUsers;
}

export interface TestDeskOptions {
  restored?: RestoredFrom | undefined;
  channels?: TestChannels | undefined;
  /** As the environment would set them up. */
  channelSettings?: Partial<ChannelSettings> | undefined;
  allowsPrivateWebhooks?: boolean | undefined;
  opensRegistration?: boolean | undefined;
}

/** `await using desk = await createTestDesk()`: closed and removed at the end of the test. */
export async function createTestDesk({
  restored,
  channels = {},
  channelSettings = {},
  allowsPrivateWebhooks = false,
  opensRegistration = false,
}: TestDeskOptions = {}): Promise<TestDesk> {
  const folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  if (restored !== undefined) copyFileSync(restored.backup, file);
  const database = await openDatabase(sqliteDialect(file), (error) => {
    throw error;
  });
  const clock = createTestClock();
  const services = createServices(database, {
    clock,
    random: systemRandom,
    signingSecret: 'a secret for tests alone',
    passwordCost: 4,
    channelSettings: { ...noChannels, ...channelSettings },
    allowsPrivateWebhooks,
    opensRegistration,
    channels: new Map(Object.entries(channels) as [DeliveryChannelName, DeliveryChannel][]),
  });
  await services.channelSetup.load();
  if (restored === undefined) await database.write((tx) => beginLog(tx, services.mintUid()));
  else await database.write((tx) => newEpoch(tx, services.mintUid));
  const users = restored?.users ?? (await createTestUsers(services));
  return {
    services,
    clock,
    users,
    file,
    createUser: (fields) => createTestUser(services, fields),
    createTicket: (fields, actor = users.superAdmin) => createTestTicket(services, actor, fields),
    [Symbol.asyncDispose]: async () => {
      await database.close();
      folder[Symbol.dispose]();
    },
  };
}
