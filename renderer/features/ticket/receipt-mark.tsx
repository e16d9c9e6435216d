import type { Receipt } from '#shared/model/receipt.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { SourceMark } from '../../ui/tickets/source-mark.tsx';
import classes from './message.module.css';

/** How far an answer has come to the customer's messenger; why, where it did not get there. */
export function ReceiptMark({ receipt: { channel, state, error } }: { receipt: Receipt }) {
  const isLost = state === 'failed' || state === 'skipped';
  return (
    <span
      className={classes['delivery']}
      data-receipt={state}
      title={error ?? words(`ticket:receipt_means.${state}`)}
    >
      <SourceMark source={channel} size={13} />
      {isLost && error !== null ? (
        <span className={classes['reason']}>
          {words('ticket:receipt_why', { what: words(`ticket:receipt.${state}`), error })}
        </span>
      ) : (
        words(`ticket:receipt.${state}`)
      )}
    </span>
  );
}
