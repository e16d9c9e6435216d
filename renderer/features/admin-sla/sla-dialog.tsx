import { useState } from 'react';
import type { SlaRules } from '#shared/model/sla/sla-rules.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FormColumns } from '../../ui/admin/form-columns.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { slaCalls, type SlaPolicy } from './sla-calls.ts';
import { CalendarFields, GeneralFields, TargetFields } from './sla-fields.tsx';
import { formOf, rulesOf, type SlaForm, type SlaProblem } from './sla-form.ts';
import { SlaPreview } from './sla-preview.tsx';

function Problem({ problem }: { problem: SlaProblem }) {
  const t = wordsOf('admin-sla');
  const text =
    'text' in problem ? t(`problem.${problem.kind}`, { text: problem.text }) : t(`problem.${problem.kind}`);
  return (
    <Notice tone="warning" role="status">
      {text}
    </Notice>
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
  const t = wordsOf(['admin-sla', 'common']);
  const store = useConsoleStore();
  const [form, setForm] = useState(() => formOf(policy, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const change = (changes: Partial<SlaForm>) => setForm((before) => ({ ...before, ...changes }));
  const read = rulesOf(form);
  const written = 'rules' in read ? read.rules : null;
  const isNamed = form.name.trim() !== '' && /^\d+$/.test(form.position);

  function submit(rules: SlaRules) {
    const body = { name: form.name.trim(), position: Number(form.position), is_active: form.isActive, rules };
    return policy === null
      ? askNode(store, slaCalls.create, { body })
      : askNode(store, slaCalls.update, { params: { id: policy.id }, body });
  }

  return (
    <FormDialog
      size={980}
      title={t(policy === null ? 'admin-sla:form.create_title' : 'admin-sla:form.edit_title')}
      action={policy === null ? t('admin-sla:form.create') : t('common:save')}
      onClose={onClose}
      onSubmit={written !== null && isNamed ? () => submit(written) : null}
      onDone={onSaved}
    >
      <FormColumns
        side={
          <>
            <SlaPreview rules={written} />
            {'problem' in read ? <Problem problem={read.problem} /> : null}
          </>
        }
      >
        <GeneralFields form={form} onChange={change} />
        <TargetFields form={form} onChange={change} />
        <CalendarFields form={form} onChange={change} />
      </FormColumns>
    </FormDialog>
  );
}
