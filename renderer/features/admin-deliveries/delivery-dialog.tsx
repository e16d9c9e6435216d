import { Modal } from '@mantine/core';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import type { Delivery } from './delivery-calls.ts';
import { reasonText } from './event-text.ts';
import classes from './deliveries.module.css';

/** What was sent, word by word, and why it did not arrive. */
export function DeliveryDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const t = wordsOf(['admin-deliveries', 'common']);
  const { recipient, recipient_name, subject, message } = delivery;
  const error = reasonText(delivery);
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={[recipient_name, recipient].filter(Boolean).join(' · ')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <dl className={classes['whole']}>
        {error === null ? null : (
          <div data-bad>
            <dt>{t('admin-deliveries:error')}</dt>
            <dd>{error}</dd>
          </div>
        )}
        <div>
          <dt>{t('admin-deliveries:subject')}</dt>
          <dd>{subject}</dd>
        </div>
        <div>
          <dt>{t('admin-deliveries:message')}</dt>
          <dd className={classes['message']}>{message}</dd>
        </div>
      </dl>
    </Modal>
  );
}
