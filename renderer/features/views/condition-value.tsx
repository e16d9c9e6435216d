import { NativeSelect, TextInput } from '@mantine/core';
import { assignable, nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import type { ConditionDraft } from './condition-draft.ts';
import { kindOf, optionsOf, type ValueOption } from './condition-fields.ts';
import classes from './views.module.css';

interface ValueProps {
  draft: ConditionDraft;
  onChange: (draft: ConditionDraft) => void;
}

/** Each value by a button that stays pressed. */
function Choices({ draft, options, onChange }: ValueProps & { options: readonly ValueOption[] }) {
  const t = wordsOf('views');
  const { values } = draft;
  const toggled = (value: string): string[] =>
    values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return (
    <div className={classes['choices']} role="group" aria-label={t('value')}>
      {options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          className={classes['choice']}
          aria-pressed={values.includes(value)}
          onClick={() => onChange({ ...draft, values: toggled(value) })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Me, nobody, and whoever was added from the desk's people. */
function People({ draft, onChange }: ValueProps) {
  const t = wordsOf('views');
  const people = useConsole((state) => state.people);
  const { values } = draft;
  const nameOf = nameOfPerson(people);
  const named = values.filter((value) => /^\d+$/.test(value));
  const options = [
    { value: 'me', label: t('person.me') },
    { value: 'nobody', label: t('person.nobody') },
    ...named.map((value) => ({ value, label: nameOf(Number(value)) })),
  ];
  const others = assignable(people, -1, '').filter(({ id }) => !values.includes(String(id)));
  return (
    <div className={classes['people']}>
      <Choices draft={draft} options={options} onChange={onChange} />
      <NativeSelect
        size="xs"
        aria-label={t('add_person')}
        value=""
        data={[
          { value: '', label: t('add_person') },
          ...others.map(({ id, full_name }) => ({ value: String(id), label: full_name })),
        ]}
        onChange={(event) => onChange({ ...draft, values: [...values, event.currentTarget.value] })}
      />
    </div>
  );
}

function Time({ draft, onChange }: ValueProps) {
  const t = wordsOf('views');
  if (draft.is === 'set' || draft.is === 'unset') return null;
  if (draft.is === 'before' || draft.is === 'after') {
    return (
      <TextInput
        size="xs"
        type="date"
        aria-label={t('value')}
        value={draft.day}
        onChange={(event) => onChange({ ...draft, day: event.currentTarget.value })}
      />
    );
  }
  return (
    <div className={classes['span']}>
      <TextInput
        size="xs"
        inputMode="decimal"
        aria-label={t('value')}
        value={draft.text}
        onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('unit')}
        value={draft.unit}
        data={(['hours', 'days'] as const).map((value) => ({ value, label: t(`unit_of.${value}`) }))}
        onChange={(event) =>
          onChange({ ...draft, unit: event.currentTarget.value === 'hours' ? 'hours' : 'days' })
        }
      />
    </div>
  );
}

/** What a condition compares with, by the kind of its field. */
export function ConditionValue({ draft, onChange }: ValueProps) {
  const t = wordsOf('views');
  const kind = kindOf(draft.field);
  switch (kind) {
    case 'choice':
      return <Choices draft={draft} options={optionsOf(draft.field)} onChange={onChange} />;
    case 'people':
      return <People draft={draft} onChange={onChange} />;
    case 'time':
      return <Time draft={draft} onChange={onChange} />;
    case 'flag':
      return null;
    case 'words':
    case 'tags':
    case 'text':
      return (
        <TextInput
          size="xs"
          aria-label={t('value')}
          placeholder={kind === 'text' ? '' : t('comma')}
          maxLength={200}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      );
  }
}
