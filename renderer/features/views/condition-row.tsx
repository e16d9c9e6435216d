import { ActionIcon, NativeSelect } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { blankDraft, type ConditionDraft } from './condition-draft.ts';
import { conditionFields, kindOf, operatorsByKind } from './condition-fields.ts';
import { ConditionValue } from './condition-value.tsx';
import classes from './views.module.css';

interface ConditionRowProps {
  draft: ConditionDraft;
  onChange: (draft: ConditionDraft) => void;
  onRemove: () => void;
}

/** One condition: what is asked, how, and what it is compared with. */
export function ConditionRow({ draft, onChange, onRemove }: ConditionRowProps) {
  const t = wordsOf('views');
  const operators: readonly ConditionDraft['is'][] = operatorsByKind[kindOf(draft.field)];
  const name = t(`field.${draft.field}`);
  const setField = (value: string): void => {
    const field = conditionFields.find((known) => known === value);
    if (field !== undefined) onChange(blankDraft(field));
  };
  const setOperator = (value: string): void => {
    const is = operators.find((known) => known === value);
    if (is !== undefined) onChange({ ...draft, is });
  };
  return (
    <div className={classes['condition']} role="group" aria-label={t('condition', { field: name })}>
      <NativeSelect
        size="xs"
        aria-label={t('field_label')}
        value={draft.field}
        data={conditionFields.map((value) => ({ value, label: t(`field.${value}`) }))}
        onChange={(event) => setField(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label={t('operator')}
        value={draft.is}
        data={operators.map((value) => ({ value, label: t(`is.${value}`) }))}
        onChange={(event) => setOperator(event.currentTarget.value)}
      />
      <div className={classes['value']}>
        <ConditionValue draft={draft} onChange={onChange} />
      </div>
      <ActionIcon
        aria-label={t('remove', { field: name })}
        title={t('remove', { field: name })}
        onClick={onRemove}
      >
        <IconX size={15} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
