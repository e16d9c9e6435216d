import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { departments } from '#shared/model/department.ts';
import { priorities, type Priority } from '#shared/model/priority.ts';
import { waitingStatuses } from '#shared/model/status.ts';
import { FieldGroup, FieldRow } from '../../ui/admin/form-columns.tsx';
import { NameField } from '../../ui/admin/name-field.tsx';
import { boundTo } from '../../ui/bound-to.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, priorityWord, statusWord } from '../../ui/tickets/words.ts';
import { weekdays, type SlaForm } from './sla-form.ts';
import classes from './sla.module.css';

interface SlaFieldsProps {
  form: SlaForm;
  onChange: (changes: Partial<SlaForm>) => void;
}

/** The list with or without the value. */
function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

export function GeneralFields({ form, onChange }: SlaFieldsProps) {
  const t = wordsOf('admin-sla');
  return (
    <>
      <FieldRow shares={[2, 1]}>
        <NameField label={t('form.name')} value={form.name} onChange={(name) => onChange({ name })} />
        <TextInput
          label={t('form.position')}
          description={t('form.position_hint')}
          type="number"
          min={0}
          max={10_000}
          value={form.position}
          onChange={(event) => onChange({ position: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldGroup title={t('form.categories')} hint={t('form.categories_hint')} isRow>
        {departments.map((category) => (
          <Checkbox
            key={category}
            size="xs"
            label={categoryWord(category)}
            checked={form.categories.includes(category)}
            onChange={() => onChange({ categories: toggled(form.categories, category) })}
          />
        ))}
      </FieldGroup>
    </>
  );
}

export function TargetFields({ form, onChange }: SlaFieldsProps) {
  const t = wordsOf('admin-sla');
  const field = (what: 'responses' | 'resolutions', priority: Priority, label: string) => ({
    size: 'xs' as const,
    type: 'number',
    min: 1,
    'aria-label': `${label}: ${priorityWord(priority)}`,
    ...boundTo(form[what][priority], (text) => onChange({ [what]: { ...form[what], [priority]: text } })),
  });
  return (
    <fieldset className={classes['targets']}>
      <legend>{t('form.targets')}</legend>
      <span />
      {priorities.map((priority) => (
        <span key={priority} className={classes['head']}>
          {priorityWord(priority)}
        </span>
      ))}
      <span className={classes['head']}>{t('form.response')}</span>
      {priorities.map((priority) => (
        <TextInput key={priority} {...field('responses', priority, t('form.response'))} />
      ))}
      <span className={classes['head']}>
        {t('form.resolution')} <span className={classes['hint']}>{t('form.resolution_hint')}</span>
      </span>
      {priorities.map((priority) => (
        <TextInput key={priority} {...field('resolutions', priority, t('form.resolution'))} />
      ))}
    </fieldset>
  );
}

export function CalendarFields({ form, onChange }: SlaFieldsProps) {
  const t = wordsOf('admin-sla');
  return (
    <>
      <FieldGroup title={t('form.pauses')} isRow>
        {waitingStatuses.map((status) => (
          <Checkbox
            key={status}
            size="xs"
            label={statusWord(status)}
            checked={form.pausesOn.includes(status)}
            onChange={() => onChange({ pausesOn: toggled(form.pausesOn, status) })}
          />
        ))}
      </FieldGroup>
      <TextInput
        label={t('form.zone')}
        list="time-zones"
        value={form.zone}
        onChange={(event) => onChange({ zone: event.currentTarget.value })}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <FieldGroup title={t('form.week')} hint={t('form.week_hint')}>
        {weekdays.map((weekday, index) => (
          <label key={weekday} className={classes['day']}>
            <span>{t(`weekday.${weekday}`)}</span>
            <TextInput
              size="xs"
              value={form.week[index] ?? ''}
              onChange={(event) => onChange({ week: form.week.with(index, event.currentTarget.value) })}
            />
          </label>
        ))}
      </FieldGroup>
      <Textarea
        label={t('form.holidays')}
        description={t('form.holidays_hint')}
        rows={4}
        value={form.holidays}
        onChange={(event) => onChange({ holidays: event.currentTarget.value })}
      />
    </>
  );
}
