import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { departments } from '#shared/model/department.ts';
import { itemVisibilities } from '#shared/model/item.ts';
import { macroVariables } from '#shared/model/macro.ts';
import { priorities } from '#shared/model/priority.ts';
import { statuses } from '#shared/model/status.ts';
import { FieldRow } from '../../ui/admin/form-columns.tsx';
import { NameField } from '../../ui/admin/name-field.tsx';
import { useConsole } from '../../store/store-context.tsx';
import { boundTo } from '../../ui/bound-to.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, priorityWord, statusWord } from '../../ui/tickets/words.ts';
import type { MacroForm } from './macro-form.ts';

interface MacroFieldsProps {
  form: MacroForm;
  onChange: (changes: Partial<MacroForm>) => void;
}

/** Binds a text of the form to its field. */
const bind =
  ({ form, onChange }: MacroFieldsProps) =>
  (name: Exclude<keyof MacroForm, 'isNote'>) =>
    boundTo(form[name], (text) => onChange({ [name]: text }));

/** What the macro sets on a ticket; each can be left as it is. */
export function EffectFields(props: MacroFieldsProps) {
  const t = wordsOf('admin-macros');
  const people = useConsole((state) => state.people);
  const field = bind(props);
  const unchanged = { value: '', label: t('form.unchanged') };
  return (
    <>
      <FieldRow shares={[5, 4, 4]}>
        <NativeSelect
          label={t('form.status')}
          data={[unchanged, ...statuses.map((value) => ({ value, label: statusWord(value) }))]}
          {...field('status')}
        />
        <NativeSelect
          label={t('form.priority')}
          data={[unchanged, ...priorities.map((value) => ({ value, label: priorityWord(value) }))]}
          {...field('priority')}
        />
        <NativeSelect
          label={t('form.assignee')}
          data={[
            unchanged,
            { value: 'me', label: t('form.me') },
            { value: 'nobody', label: t('form.nobody') },
            ...people.map(({ id, full_name }) => ({ value: String(id), label: full_name })),
          ]}
          {...field('assignee')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput label={t('form.add_tags')} description={t('form.tags_hint')} {...field('addTags')} />
        <TextInput label={t('form.remove_tags')} description={t('form.tags_hint')} {...field('removeTags')} />
      </FieldRow>
    </>
  );
}

/** How the macro is called, who sees it, and what it says. */
export function TextFields(props: MacroFieldsProps) {
  const t = wordsOf('admin-macros');
  const { form, onChange } = props;
  const field = bind(props);
  return (
    <>
      <NameField label={t('form.name')} value={form.name} onChange={(name) => onChange({ name })} />
      <FieldRow>
        <NativeSelect
          label={t('visibility')}
          data={itemVisibilities.map((value) => ({ value, label: t(`visibilities.${value}`) }))}
          {...field('visibility')}
        />
        {form.visibility === 'team' ? (
          <NativeSelect
            label={t('form.department')}
            data={departments.map((value) => ({ value, label: categoryWord(value) }))}
            {...field('department')}
          />
        ) : null}
      </FieldRow>
      <Textarea
        label={t('form.text')}
        description={t('form.text_hint', {
          variables: macroVariables.map((name) => `{{${name}}}`).join(' '),
        })}
        rows={5}
        maxLength={20_000}
        {...field('text')}
      />
      <Checkbox
        size="sm"
        label={t('form.is_note')}
        checked={form.isNote}
        onChange={(event) => onChange({ isNote: event.currentTarget.checked })}
      />
    </>
  );
}
