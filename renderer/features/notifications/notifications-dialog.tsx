import { Button, Modal, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertKinds } from '#shared/protocol/ipc.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { testNotification, type NotificationVerdict } from '../../ui/show-notification.ts';
import classes from './notifications.module.css';

/** Which events are told of, each by what it has to do with the reader. */
function Events() {
  const store = useConsoleStore();
  const { t } = useTranslation('notifications');
  const wanted = useConsole((state) => state.alertKinds);
  return (
    <fieldset className={classes['part']}>
      <legend>{t('events')}</legend>
      {alertKinds.map((kind) => (
        <Switch
          key={kind}
          label={t(`event.${kind}`)}
          description={t(`relation.${kind}`)}
          checked={wanted.includes(kind)}
          onChange={(event) => store.getState().wantAlert(kind, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}

const usualQuiet = { from: '20:00', to: '08:00' };

function QuietHours() {
  const store = useConsoleStore();
  const { t } = useTranslation('notifications');
  const quiet = useConsole((state) => state.quietHours);
  const time = (end: 'from' | 'to') =>
    quiet === null ? null : (
      <TextInput
        type="time"
        label={t(end)}
        value={quiet[end]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '') store.getState().setQuietHours({ ...quiet, [end]: value });
        }}
      />
    );
  return (
    <fieldset className={classes['part']}>
      <legend>{t('quiet')}</legend>
      <Switch
        label={t('quiet_on')}
        description={t('quiet_hint')}
        checked={quiet !== null}
        onChange={(event) => store.getState().setQuietHours(event.currentTarget.checked ? usualQuiet : null)}
      />
      {quiet === null ? null : (
        <div className={classes['times']}>
          {time('from')}
          {time('to')}
        </div>
      )}
    </fieldset>
  );
}

/** Shows one now, and says what came of it and what helps. */
function Test() {
  const { t } = useTranslation('notifications');
  const [verdict, setVerdict] = useState<NotificationVerdict | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function test(): Promise<void> {
    setBusy(true);
    setVerdict(await testNotification({ title: t('test_title'), body: t('test_body') }));
    setBusy(false);
  }

  return (
    <div className={classes['test']}>
      <Button variant="default" size="sm" loading={isBusy} onClick={() => void test()}>
        {t('test')}
      </Button>
      <p role="status" data-good={verdict === 'shown' || undefined}>
        {verdict === null ? t('test_hint') : t(`verdict.${verdict}`)}
      </p>
    </div>
  );
}

/** What this computer tells its user of, when it keeps quiet, and whether it works. */
export function NotificationsDialog() {
  const store = useConsoleStore();
  const { t } = useTranslation(['notifications', 'common']);
  const isOpen = useConsole((state) => state.isNotificationsOpen);
  const isInBrowser = useConsole((state) => state.desktop === null);
  return (
    <Modal
      opened={isOpen}
      onClose={() => store.getState().setNotificationsOpen(false)}
      title={t('notifications:title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={480}
    >
      <div className={classes['parts']}>
        <Events />
        {isInBrowser ? (
          <>
            <QuietHours />
            <Test />
          </>
        ) : (
          <p className={classes['elsewhere']}>{t('notifications:in_settings')}</p>
        )}
      </div>
    </Modal>
  );
}
