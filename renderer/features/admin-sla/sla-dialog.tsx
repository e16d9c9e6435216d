import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { slaCalls, type SlaPolicy } from './sla-calls.ts';
import { CalendarFields, GeneralFields, TargetFields } from './sla-fields.tsx';
import { formOf, rulesOf, type SlaForm, type SlaProblem } from './sla-form.ts';
import { SlaPreview } from './sla-preview.tsx';
import classes from './sla.module.css';

function Problem({ problem }: { problem: SlaProblem }) {
  const { t } = useTranslation('admin-sla');
  const text =
    'text' in problem ? t(`problem.${problem.kind}`, { text: problem.text }) : t(`problem.${problem.kind}`);
  return (
    <p className={classes['problem']} role="status">
      {text}
    </p>
  );
}

/** Writes a policy, with a view of what it promises. */
export function SlaDialog({
  policy,
  onClose,
  onSaved,
}: {
  /** Null for a new one. */
  policy: SlaPolicy | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { t } = useTranslation(['admin-sla', 'common']);
  const store = useConsoleStore();
  const [form, setForm] = useState(() => formOf(policy, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const change = (changes: Partial<SlaForm>) => setForm((before) => ({ ...before, ...changes }));
  const read = rulesOf(form);
  const rules = 'rules' in read ? read.rules : null;

  async function submit(): Promise<DeskErrorData | null> {
    if (rules === null) return null;
    const body = { name: form.name.trim(), position: Number(form.position), is_active: form.isActive, rules };
    const answered =
      policy === null
        ? await askNode(store, slaCalls.create, { body })
        : await askNode(store, slaCalls.update, { params: { id: policy.id }, body });
    if (!answered.ok) return answered.error;
    onSaved();
    return null;
  }

  return (
    <FormDialog
      isOpen
      size={980}
      title={t(policy === null ? 'admin-sla:form.create_title' : 'admin-sla:form.edit_title')}
      action={policy === null ? t('admin-sla:form.create') : t('common:save')}
      canSubmit={rules !== null && form.name.trim() !== '' && /^\d+$/.test(form.position)}
      onClose={onClose}
      onSubmit={submit}
    >
      <div className={classes['columns']}>
        <div className={classes['fields']}>
          <GeneralFields form={form} onChange={change} />
          <TargetFields form={form} onChange={change} />
          <CalendarFields form={form} onChange={change} />
        </div>
        <div className={classes['side']}>
          <SlaPreview rules={rules} />
          {'problem' in read ? <Problem problem={read.problem} /> : null}
        </div>
      </div>
    </FormDialog>
  );
}
