import { Switch, TextInput } from '@mantine/core';
import type { QuietHours } from '#shared/model/quiet-hours.ts';
import { wordsOf } from '../i18n/i18n.ts';
import classes from './notification-fields.module.css';

const usualQuiet = { from: '20:00', to: '08:00' };

interface QuietHoursFieldProps {
  quiet: QuietHours | null;
  onChange: (quiet: QuietHours | null) => void;
}

/** When notifications wait, in the browser and in the app. */
export function QuietHoursField({ quiet, onChange }: QuietHoursFieldProps) {
  const t = wordsOf('notifications');
  return (
    <fieldset className={classes['part']}>
      <legend>{t('quiet')}</legend>
      <Switch
        label={t('quiet_on')}
        description={t('quiet_hint')}
        checked={quiet !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? usualQuiet : null)}
      />
      {quiet === null ? null : (
        <div className={classes['times']}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="time"
              label={t(end)}
              value={quiet[end]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (value !== '') onChange({ ...quiet, [end]: value });
              }}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
