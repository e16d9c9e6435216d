import { useState } from 'react';
import type { MacroBody } from '#shared/model/item.ts';
import { fillMacro } from '#shared/model/macro.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { nameOfPerson } from '../../store/people.ts';
import { FormColumns, Preview, PreviewText } from '../../ui/admin/form-columns.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { describeMacro } from './describe-macro.ts';
import { macroCalls, type Macro } from './macro-calls.ts';
import { EffectFields, TextFields } from './macro-fields.tsx';
import { bodyOf, formOf, type MacroForm } from './macro-form.ts';
import classes from './macros.module.css';

const sampleTicket = '#4711';

function MacroPreview({ form }: { form: MacroForm }) {
  const t = wordsOf('admin-macros');
  const people = useConsole((state) => state.people);
  const body = bodyOf(form);
  const effects = body === null ? [] : describeMacro(body, nameOfPerson(people));
  const values = {
    'customer.name': t('sample.customer'),
    'ticket.id': sampleTicket,
    'agent.name': t('sample.agent'),
  };
  return (
    <Preview title={t(form.isNote ? 'form.preview_note' : 'form.preview')}>
      {form.text.trim() === '' ? null : (
        <PreviewText from={form.isNote ? 'note' : 'desk'}>{fillMacro(form.text, values)}</PreviewText>
      )}
      <ul className={classes['effects']}>
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {effects.length === 0 ? <span className={classes['nothing']}>{t('form.does_nothing')}</span> : null}
    </Preview>
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
  const t = wordsOf(['admin-macros', 'common']);
  const store = useConsoleStore();
  const [form, setForm] = useState(() => formOf(macro));
  const change = (changes: Partial<MacroForm>) => setForm((before) => ({ ...before, ...changes }));
  const macroBody = bodyOf(form);

  function submit(effects: MacroBody) {
    const { name, visibility, department } = form;
    const body = { name, visibility, body: effects, ...(visibility === 'team' ? { department } : {}) };
    return macro === null
      ? askNode(store, macroCalls.create, { body })
      : askNode(store, macroCalls.update, { params: { id: macro.id }, body: { ...body, ver: macro.ver } });
  }

  return (
    <FormDialog
      size={920}
      title={t(macro === null ? 'admin-macros:form.create_title' : 'admin-macros:form.edit_title')}
      action={macro === null ? t('admin-macros:form.create') : t('common:save')}
      onClose={onClose}
      onSubmit={form.name.trim() === '' || macroBody === null ? null : () => submit(macroBody)}
      onDone={onSaved}
    >
      <FormColumns side={<MacroPreview form={form} />}>
        <TextFields form={form} onChange={change} />
        <EffectFields form={form} onChange={change} />
      </FormColumns>
    </FormDialog>
  );
}
