import type { Icon } from '@tabler/icons-react';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconChecks from '@tabler/icons-react/dist/esm/icons/IconChecks.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import type { Delivery } from '#shared/protocol/kept-change.ts';
import { words } from '../../ui/i18n/i18n.ts';
import classes from './message.module.css';

const iconByDelivery: Record<Delivery, Icon> = {
  queued: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  needs_you: IconAlertCircle,
};

/** How far a message of one's own has come. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const DeliveryIcon = iconByDelivery[delivery];
  return (
    <span
      className={classes['delivery']}
      data-delivery={delivery}
      title={words(`ticket:delivery_means.${delivery}`)}
    >
      <DeliveryIcon aria-hidden size={13} stroke={2} />
      {words(`ticket:delivery.${delivery}`)}
    </span>
  );
}
