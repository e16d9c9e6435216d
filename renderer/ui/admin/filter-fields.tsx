import { NativeSelect, TextInput } from '@mantine/core';
import { wordsOf } from '../i18n/i18n.ts';
import classes from './filter-fields.module.css';

interface FilterSelectProps<Value extends string> {
  label: string;
  value: Value | '';
  values: readonly Value[];
  wordOf: (value: Value) => string;
  onChange: (value: Value | '') => void;
  /** Where one of them always holds. */
  isRequired?: boolean;
  /** Where the label is said but not shown. */
  isBare?: boolean;
}

/** Chooses one of some values, or all of them (`''`). */
export function FilterSelect<Value extends string>({
  label,
  value,
  values,
  wordOf,
  onChange,
  isRequired = false,
  isBare = false,
}: FilterSelectProps<Value>) {
  const t = wordsOf('admin');
  const known = values.map((each) => ({ value: each as string, label: wordOf(each) }));
  return (
    <NativeSelect
      size="xs"
      className={classes['field'] ?? ''}
      {...(isBare ? { 'aria-label': label } : { label })}
      value={value}
      onChange={(event) => onChange(values.find((each) => each === event.currentTarget.value) ?? '')}
      data={isRequired ? known : [{ value: '', label: t('everything') }, ...known]}
    />
  );
}

/** Narrows rows down by words. */
export function FilterText({
  placeholder,
  value,
  onChange,
}: {
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const t = wordsOf('admin');
  return (
    <TextInput
      size="xs"
      type="search"
      className={classes['text'] ?? ''}
      label={t('filter')}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
