import { useTranslation } from 'react-i18next';
import type { Receipt } from '#shared/model/receipt.ts';
import { SourceMark } from '../../ui/tickets/source-mark.tsx';
import classes from './message.module.css';

/** How far an answer has come to the customer's messenger; why, where it did not get there. */
export function ReceiptMark({ receipt: { channel, state, error } }: { receipt: Receipt }) {
  const { t } = useTranslation('ticket');
  const isLost = state === 'failed' || state === 'skipped';
  return (
    <span className={classes['delivery']} data-receipt={state} title={error ?? t(`receipt_means.${state}`)}>
      <SourceMark source={channel} size={13} />
      {isLost && error !== null ? (
        <span className={classes['reason']}>{t('receipt_why', { what: t(`receipt.${state}`), error })}</span>
      ) : (
        t(`receipt.${state}`)
      )}
    </span>
  );
}
