import { Button, Switch } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { acceleratorOf } from '../../store/accelerator.ts';
import { bindingLabel, strokeOf } from '../../store/keymap.ts';
import { useConsole } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Keys } from '../../ui/keys.tsx';
import classes from './settings.module.css';
import { SpellCheckField } from './spell-check-field.tsx';
import { usePreferences } from './use-preferences.ts';

/** `CommandOrControl+Shift+Y` as people read it. */
const shown = (accelerator: string): string => accelerator.replace('CommandOrControl', 'Ctrl');

function ShortcutField() {
  const t = wordsOf(['desktop-app', 'common']);
  const { preferences, change } = usePreferences();
  const isTaken = useConsole((state) => state.desktop?.is_shortcut_taken === true);
  const [pressed, setPressed] = useState<string | null>(null);
  const [isListening, setListening] = useState(false);
  const accelerator = preferences?.global_shortcut ?? null;

  function onKeyDown(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const stroke = strokeOf(event.nativeEvent);
    if (stroke === null) return;
    if (stroke === 'Escape') return setListening(false);
    const chosen = acceleratorOf(stroke);
    setPressed(chosen === null ? bindingLabel(stroke) : null);
    if (chosen === null) return;
    setListening(false);
    void change({ global_shortcut: chosen });
  }

  return (
    <div className={classes['field']}>
      <div>
        <span className={classes['label']}>{t('desktop-app:global_shortcut')}</span>
        <p className={classes['hint']}>{t('desktop-app:global_shortcut_hint')}</p>
        {isTaken ? (
          <p role="alert" className={classes['problem']}>
            {t('desktop-app:global_shortcut_taken')}
          </p>
        ) : null}
        {isListening && pressed !== null ? (
          <p role="alert" className={classes['problem']}>
            {t('desktop-app:global_shortcut_unfit', { keys: pressed })}
          </p>
        ) : null}
      </div>
      <div className={classes['actions']}>
        {accelerator === null || isListening ? null : <Keys combination={shown(accelerator)} />}
        <Button
          variant="default"
          onClick={() => setListening(true)}
          onBlur={() => setListening(false)}
          onKeyDown={isListening ? onKeyDown : undefined}
        >
          {isListening ? t('desktop-app:press_keys') : t('common:change')}
        </Button>
        {accelerator === null ? null : (
          <Button variant="subtle" color="gray" onClick={() => void change({ global_shortcut: null })}>
            {t('desktop-app:none')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Tray, start, the key that calls the app, and spelling. */
export function GeneralPart() {
  const t = wordsOf('desktop-app');
  const { preferences, change } = usePreferences();
  if (preferences === null) return null;
  return (
    <div className={classes['fields']}>
      <Switch
        label={t('closed_to_tray')}
        description={t('closed_to_tray_hint')}
        checked={preferences.is_closed_to_tray}
        onChange={(event) => void change({ is_closed_to_tray: event.currentTarget.checked })}
      />
      <Switch
        label={t('started_at_login')}
        description={t('started_at_login_hint')}
        checked={preferences.is_started_at_login}
        onChange={(event) => void change({ is_started_at_login: event.currentTarget.checked })}
      />
      <ShortcutField />
      <SpellCheckField />
    </div>
  );
}
