import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { NotificationPreferences, NotificationVerdict } from '#shared/protocol/desktop-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { AlertEvents } from '../../ui/notifications/alert-events.tsx';
import { QuietHoursField } from '../../ui/notifications/quiet-hours-field.tsx';
import classes from './settings.module.css';
import { usePreferences } from './use-preferences.ts';

/** Shows one, and says why it may not have been seen. */
function TestField() {
  const store = useConsoleStore();
  const t = wordsOf('desktop-app');
  const [verdict, setVerdict] = useState<NotificationVerdict | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function test(): Promise<void> {
    setBusy(true);
    setVerdict(null);
    setVerdict(await store.getState().testNotification());
    setBusy(false);
  }

  return (
    <div className={classes['group']}>
      <Button variant="default" className={classes['own']} loading={isBusy} onClick={() => void test()}>
        {t('test_notification')}
      </Button>
      <p role="status" className={classes['hint']}>
        {verdict === null ? '' : t(`test_verdict.${verdict}`)}
      </p>
    </div>
  );
}

/** What calls for the agent, how, and when it does not. */
export function NotificationsPart() {
  const store = useConsoleStore();
  const t = wordsOf('desktop-app');
  const wanted = useConsole((state) => state.alertKinds);
  const { preferences, change } = usePreferences();
  if (preferences === null) return null;
  const { notifications } = preferences;
  const set = (changes: Partial<NotificationPreferences>): void =>
    void change({ notifications: { ...notifications, ...changes } });
  return (
    <div className={classes['fields']}>
      {(['is_on', 'has_sound', 'shows_text', 'flashes'] as const).map((name) => (
        <Switch
          key={name}
          label={t(`notification.${name}`)}
          description={t(`notification_hint.${name}`)}
          disabled={name !== 'is_on' && !notifications.is_on}
          checked={notifications[name]}
          onChange={(event) => set({ [name]: event.currentTarget.checked })}
        />
      ))}
      <AlertEvents wanted={wanted} onWant={store.getState().wantAlert} isDisabled={!notifications.is_on} />
      <QuietHoursField quiet={notifications.quiet} onChange={(quiet) => set({ quiet })} />
      <TestField />
    </div>
  );
}
