import type { Icon } from '@tabler/icons-react';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconChecks from '@tabler/icons-react/dist/esm/icons/IconChecks.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import type { Delivery } from '#shared/protocol/ipc.ts';
import classes from './message.module.css';

const shownByDelivery: Record<Delivery, { icon: Icon; word: string; explanation: string }> = {
  queued: {
    icon: IconClock,
    word: 'Queued',
    explanation: 'Kept on this computer; sent when the node can be reached',
  },
  sent: { icon: IconCheck, word: 'Sent', explanation: 'On its way to the node' },
  delivered: { icon: IconChecks, word: 'Delivered', explanation: 'The node has it' },
  needs_you: {
    icon: IconAlertCircle,
    word: 'Needs you',
    explanation: 'Not sent: something happened in between',
  },
};

/** How far a message of one's own has come. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const { icon: DeliveryIcon, word, explanation } = shownByDelivery[delivery];
  return (
    <span className={classes['delivery']} data-delivery={delivery} title={explanation}>
      <DeliveryIcon aria-hidden size={13} stroke={2} />
      {word}
    </span>
  );
}
