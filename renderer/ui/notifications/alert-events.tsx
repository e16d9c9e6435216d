import { Switch } from '@mantine/core';
import { alertKinds, type AlertKind } from '#shared/protocol/ipc.ts';
import { wordsOf } from '../i18n/i18n.ts';
import classes from './notification-fields.module.css';

interface AlertEventsProps {
  wanted: readonly AlertKind[];
  onWant: (kind: AlertKind, isWanted: boolean) => void;
  isDisabled?: boolean;
}

/** Which events are told of, each by what it has to do with the reader. */
export function AlertEvents({ wanted, onWant, isDisabled = false }: AlertEventsProps) {
  const t = wordsOf('notifications');
  return (
    <fieldset className={classes['part']}>
      <legend>{t('events')}</legend>
      {alertKinds.map((kind) => (
        <Switch
          key={kind}
          label={t(`event.${kind}`)}
          description={t(`relation.${kind}`)}
          disabled={isDisabled}
          checked={wanted.includes(kind)}
          onChange={(event) => onWant(kind, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
