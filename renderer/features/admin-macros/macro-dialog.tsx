import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fillMacro } from '#shared/model/macro.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { nameOfPerson } from '../../store/people.ts';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { describeMacro } from './describe-macro.ts';
import { macroCalls, type Macro } from './macro-calls.ts';
import { EffectFields, TextFields } from './macro-fields.tsx';
import { bodyOf, formOf, type MacroForm } from './macro-form.ts';
import classes from './macros.module.css';

const sampleTicket = '#4711';

function Preview({ form }: { form: MacroForm }) {
  const { t } = useTranslation('admin-macros');
  const people = useConsole((state) => state.people);
  const body = bodyOf(form);
  const effects = body === null ? [] : describeMacro(body, nameOfPerson(people));
  const values = {
    'customer.name': t('sample.customer'),
    'ticket.id': sampleTicket,
    'agent.name': t('sample.agent'),
  };
  const title = t(form.isNote ? 'form.preview_note' : 'form.preview');
  return (
    <section className={classes['preview']} aria-label={title} data-note={form.isNote || undefined}>
      <h3>{title}</h3>
      {form.text.trim() === '' ? null : <p>{fillMacro(form.text, values)}</p>}
      <ul>
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {effects.length === 0 ? <span className={classes['nothing']}>{t('form.does_nothing')}</span> : null}
    </section>
  );
}

/** Writes a macro, with a view of what it does. */
export function MacroDialog({
  macro,
  onClose,
  onSaved,
}: {
  /** Null for a new one. */
  macro: Macro | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { t } = useTranslation(['admin-macros', 'common']);
  const store = useConsoleStore();
  const [form, setForm] = useState(() => formOf(macro));
  const change = (changes: Partial<MacroForm>) => setForm((before) => ({ ...before, ...changes }));
  const macroBody = bodyOf(form);

  async function submit(): Promise<DeskErrorData | null> {
    if (macroBody === null) return null;
    const { name, visibility, department } = form;
    const body = { name, visibility, body: macroBody, ...(visibility === 'team' ? { department } : {}) };
    const answered =
      macro === null
        ? await askNode(store, macroCalls.create, { body })
        : await askNode(store, macroCalls.update, {
            params: { id: macro.id },
            body: { ...body, ver: macro.ver },
          });
    if (!answered.ok) return answered.error;
    onSaved();
    return null;
  }

  return (
    <FormDialog
      isOpen
      size={920}
      title={t(macro === null ? 'admin-macros:form.create_title' : 'admin-macros:form.edit_title')}
      action={macro === null ? t('admin-macros:form.create') : t('common:save')}
      canSubmit={form.name.trim() !== '' && macroBody !== null}
      onClose={onClose}
      onSubmit={submit}
    >
      <div className={classes['columns']}>
        <div className={classes['fields']}>
          <TextFields form={form} onChange={change} />
          <EffectFields form={form} onChange={change} />
        </div>
        <Preview form={form} />
      </div>
    </FormDialog>
  );
}
