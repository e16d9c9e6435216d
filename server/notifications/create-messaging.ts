import type { Clock } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { ChannelSettings } from '../channels/channel-settings.ts';
import { ChannelSetup } from '../channels/channel-setup.service.ts';
import { ChannelTest } from '../channels/channel-test.service.ts';
import { personChannelNames, type DeliveryChannels } from '../channels/create-channels.ts';
import { createSealedBox } from '../channels/sealed-box.ts';
import type { Database } from '../database/database.ts';
import { Bell } from '../jobs/bell.ts';
import { ChatDelivery } from './chat-delivery.ts';
import type { ChangeFeed } from '../sync/change-feed.ts';
import { DeliveryLog } from './delivery-log.service.ts';
import { DeliveryReports } from './delivery-reports.service.ts';
import { DeliveryService } from './delivery.service.ts';
import { NotificationLog } from './notification-log.ts';
import { Receipts } from './receipts.ts';
import { ReplyDelivery } from './reply-delivery.ts';

/** How the desk reaches people outside of it. */
export interface Messaging {
  channelSetup: ChannelSetup;
  channelTest: ChannelTest;
  notifications: NotificationLog;
  replies: ReplyDelivery;
  chatDelivery: ChatDelivery;
  delivery: DeliveryService;
  deliveryLog: DeliveryLog;
  deliveryReports: DeliveryReports;
  /** Rings when something was queued that somebody waits for. */
  deliveryBell: Bell;
}

export interface MessagingParts {
  database: Database;
  clock: Clock;
  mintUid: UidFactory;
  feed: ChangeFeed;
  /** Seals what admins set up. */
  signingSecret: string;
  environment: ChannelSettings;
  fixed: DeliveryChannels;
}

export function createMessaging({ signingSecret, environment, fixed, ...parts }: MessagingParts): Messaging {
  const { database, clock } = parts;
  const box = createSealedBox(signingSecret, 'waypost channel settings');
  const channelSetup = new ChannelSetup({ ...parts, box, environment, fixed });
  const channels = channelSetup.live;
  const deliveryBell = new Bell();
  const receipts = new Receipts(parts.feed);
  const shared = { database, clock, receipts };
  return {
    channelSetup,
    channelTest: new ChannelTest({ ...parts, setup: channelSetup }),
    notifications: new NotificationLog(database, channels),
    replies: new ReplyDelivery({
      channels,
      mintUid: parts.mintUid,
      bell: deliveryBell,
      receipts,
      language: () => channelSetup.settingsOf('telegram')?.language ?? 'ru',
    }),
    chatDelivery: new ChatDelivery(channels, deliveryBell),
    delivery: new DeliveryService({ ...shared, channels, names: personChannelNames }),
    deliveryLog: new DeliveryLog(shared),
    deliveryReports: new DeliveryReports(shared),
    deliveryBell,
  };
}
