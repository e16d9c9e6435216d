import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { AlertEvents } from '../../ui/notifications/alert-events.tsx';
import { QuietHoursField } from '../../ui/notifications/quiet-hours-field.tsx';
import { testNotification, type NotificationVerdict } from '../../ui/show-notification.ts';
import classes from './notifications.module.css';

/** Shows one now, and says what came of it and what helps. */
function Test() {
  const t = wordsOf('notifications');
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

/** What this browser tells its user of, when it keeps quiet, and whether it works; the desktop app has it in its settings. */
export function NotificationsDialog() {
  const store = useConsoleStore();
  const t = wordsOf(['notifications', 'common']);
  const isOpen = useConsole((state) => state.isNotificationsOpen);
  const wanted = useConsole((state) => state.alertKinds);
  const quiet = useConsole((state) => state.quietHours);
  const { wantAlert, setQuietHours, setNotificationsOpen } = store.getState();
  return (
    <Modal
      opened={isOpen}
      onClose={() => setNotificationsOpen(false)}
      title={t('notifications:title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={480}
    >
      <div className={classes['parts']}>
        <AlertEvents wanted={wanted} onWant={wantAlert} />
        <QuietHoursField quiet={quiet} onChange={setQuietHours} />
        <Test />
      </div>
    </Modal>
  );
}
