import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departments, type Department } from '#shared/model/department.ts';
import { peopleCalls, type Person } from '#shared/protocol/admin/people.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { categoryWord, roleWord } from '../../ui/tickets/words.ts';
import classes from './people.module.css';

interface Fields {
  full_name: string;
  username: string;
  email: string;
  password: string;
  role: 'admin' | 'agent';
  department: Department;
  capacity: string;
}

const fieldsOf = (person: Person | null): Fields => ({
  full_name: person?.full_name ?? '',
  username: person?.username ?? '',
  email: person?.email ?? '',
  password: '',
  role: person?.role === 'agent' || person === null ? 'agent' : 'admin',
  department: person?.department ?? 'general',
  capacity: String(person?.capacity ?? 10),
});

/** Makes a user when `person` is null, and changes one otherwise. */
export function PersonDialog({
  person,
  onClose,
  onDone,
}: {
  person: Person | null;
  onClose: () => void;
  onDone: (name: string) => void;
}) {
  const { t } = useTranslation('admin-people');
  const store = useConsoleStore();
  const isSuperAdmin = useConsole(
    ({ session }) => session?.state === 'signed_in' && session.user.role === 'super_admin',
  );
  const [fields, setFields] = useState(() => fieldsOf(person));
  const field = (name: keyof Fields) => ({
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  });
  const isAgent = fields.role === 'agent';
  const capacity = Number(fields.capacity);
  const isNew = person === null;
  const isComplete =
    fields.full_name.trim() !== '' &&
    fields.email.trim() !== '' &&
    (!isNew || (fields.username.trim() !== '' && fields.password !== '')) &&
    (!isAgent || (Number.isInteger(capacity) && capacity >= 1));

  async function submit(): Promise<DeskErrorData | null> {
    const { full_name, department } = fields;
    const email = fields.email.trim();
    const ofAgents = isAgent ? { department, capacity } : {};
    const answered = isNew
      ? await askNode(store, peopleCalls.create, {
          body: {
            full_name,
            email,
            username: fields.username.trim(),
            password: fields.password,
            role: fields.role,
            department: isAgent ? department : null,
            ...(isAgent ? { capacity } : {}),
          },
        })
      : await askNode(store, peopleCalls.update, {
          params: { id: person.id },
          body: { full_name, ...(email === person.email ? {} : { email }), ...ofAgents },
        });
    if (!answered.ok) return answered.error;
    onDone(answered.value.person.full_name);
    return null;
  }

  return (
    <FormDialog
      isOpen
      title={isNew ? t('form.create_title') : t('form.edit_title', { name: person.full_name })}
      action={isNew ? t('form.create') : t('form.save')}
      canSubmit={isComplete}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('form.full_name')}
        data-autofocus
        withAsterisk
        maxLength={200}
        {...field('full_name')}
      />
      {isNew ? (
        <div className={classes['pair']}>
          <NativeSelect
            label={t('form.role')}
            disabled={!isSuperAdmin}
            data={(['agent', 'admin'] as const).map((value) => ({ value, label: roleWord(value) }))}
            {...field('role')}
          />
          <TextInput
            label={t('form.username')}
            description={t('form.username_hint')}
            withAsterisk
            maxLength={150}
            autoComplete="off"
            {...field('username')}
          />
        </div>
      ) : null}
      <TextInput label={t('form.email')} type="email" withAsterisk maxLength={320} {...field('email')} />
      {isNew ? (
        <PasswordInput
          label={t('form.password')}
          description={t('form.password_hint')}
          withAsterisk
          maxLength={200}
          autoComplete="new-password"
          {...field('password')}
        />
      ) : null}
      {isAgent ? (
        <div className={classes['pair']}>
          <NativeSelect
            label={t('form.department')}
            data={departments.map((value) => ({ value, label: categoryWord(value) }))}
            {...field('department')}
          />
          <TextInput
            label={t('form.capacity')}
            description={t('form.capacity_hint')}
            type="number"
            min={1}
            max={10_000}
            {...field('capacity')}
          />
        </div>
      ) : null}
    </FormDialog>
  );
}
