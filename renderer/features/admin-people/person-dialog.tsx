import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { departments, type Department } from '#shared/model/department.ts';
import { peopleCalls, type Person } from '#shared/protocol/admin/people.ts';
import type { ConsoleStore } from '../../store/create-console-store.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { FieldRow } from '../../ui/admin/form-columns.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { boundTo } from '../../ui/bound-to.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, roleWord } from '../../ui/tickets/words.ts';

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

/** What the fields come to, as the node takes it for a new user or for one that is there. */
function askFor(store: ConsoleStore, person: Person | null, fields: Fields) {
  const { full_name, department, role } = fields;
  const email = fields.email.trim();
  const ofAgents = role === 'agent' ? { department, capacity: Number(fields.capacity) } : {};
  if (person !== null) {
    const newEmail = email === person.email ? {} : { email };
    return askNode(store, peopleCalls.update, {
      params: { id: person.id },
      body: { full_name, ...newEmail, ...ofAgents },
    });
  }
  const { username, password } = fields;
  return askNode(store, peopleCalls.create, {
    body: { department: null, ...ofAgents, full_name, email, username: username.trim(), password, role },
  });
}

function isComplete(fields: Fields, isNew: boolean): boolean {
  const needed = isNew
    ? [fields.full_name, fields.email, fields.username, fields.password]
    : [fields.full_name, fields.email];
  const capacity = Number(fields.capacity);
  return (
    needed.every((text) => text.trim() !== '') &&
    (fields.role !== 'agent' || (Number.isInteger(capacity) && capacity >= 1))
  );
}

type Bind = (name: keyof Fields) => ReturnType<typeof boundTo>;

/** What only a new user is asked for. */
function SignInFields({ field }: { field: Bind }) {
  const t = wordsOf('admin-people');
  const isSuperAdmin = useConsole(
    ({ session }) => session?.state === 'signed_in' && session.user.role === 'super_admin',
  );
  return (
    <FieldRow>
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
    </FieldRow>
  );
}

function AgentFields({ field }: { field: Bind }) {
  const t = wordsOf('admin-people');
  return (
    <FieldRow>
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
    </FieldRow>
  );
}

interface PersonDialogProps {
  /** Null for a new user. */
  person: Person | null;
  onClose: () => void;
  onDone: (name: string) => void;
}

/** Makes a user, or changes one. */
export function PersonDialog({ person, onClose, onDone }: PersonDialogProps) {
  const t = wordsOf('admin-people');
  const store = useConsoleStore();
  const [fields, setFields] = useState(() => fieldsOf(person));
  const field: Bind = (name) => boundTo(fields[name], (text) => setFields({ ...fields, [name]: text }));
  const isNew = person === null;
  return (
    <FormDialog
      title={isNew ? t('form.create_title') : t('form.edit_title', { name: person.full_name })}
      action={isNew ? t('form.create') : t('form.save')}
      onClose={onClose}
      onSubmit={isComplete(fields, isNew) ? () => askFor(store, person, fields) : null}
      onDone={(saved) => onDone(saved.person.full_name)}
    >
      <TextInput
        label={t('form.full_name')}
        data-autofocus
        withAsterisk
        maxLength={200}
        {...field('full_name')}
      />
      {isNew ? <SignInFields field={field} /> : null}
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
      {fields.role === 'agent' ? <AgentFields field={field} /> : null}
    </FormDialog>
  );
}
