import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { Result } from '#shared/protocol/result.ts';
import { wordsOf } from '../i18n/i18n.ts';
import { Notice } from '../notice.tsx';
import { failureText } from './failure-text.ts';
import classes from './form-dialog.module.css';

interface FormDialogProps<Value> {
  title: string;
  /** What the button that does it says. */
  action: string;
  isDangerous?: boolean;
  size?: number;
  onClose: () => void;
  /** Null while what is needed is missing. */
  onSubmit: (() => Promise<Result<Value>>) | null;
  /** What follows when it is done, before the dialog closes. */
  onDone: (value: Value) => void;
  children: ReactNode;
}

/** Does what the form is for, once at a time. */
function useSubmit<Value>({
  onClose,
  onSubmit,
  onDone,
}: Pick<FormDialogProps<Value>, 'onClose' | 'onSubmit' | 'onDone'>) {
  const [problem, setProblem] = useState<DeskErrorData | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(act: () => Promise<Result<Value>>): Promise<void> {
    setBusy(true);
    const done = await act();
    setBusy(false);
    if (!done.ok) {
      setProblem(done.error);
      return;
    }
    onDone(done.value);
    onClose();
  }

  function onFormSubmit(event: FormEvent): void {
    event.preventDefault();
    if (onSubmit !== null && !isBusy) void submit(onSubmit);
  }

  return { problem, isBusy, onFormSubmit };
}

/** A form in a dialog: it stays open, with the reason, until what it is for is done. */
export function FormDialog<Value>(props: FormDialogProps<Value>) {
  const { title, action, isDangerous = false, size = 520, onClose, onSubmit, children } = props;
  const t = wordsOf('common');
  const { problem, isBusy, onFormSubmit } = useSubmit(props);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }} size={size}>
      <form noValidate className={classes['form']} onSubmit={onFormSubmit}>
        {children}
        {problem === null ? null : (
          <Notice tone="bad" role="alert">
            {failureText(problem)}
          </Notice>
        )}
        <div className={classes['foot']}>
          <Button variant="subtle" color="gray" size="sm" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            size="sm"
            loading={isBusy}
            disabled={onSubmit === null}
            {...(isDangerous ? { color: 'red' } : {})}
          >
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Asks before something that cannot be taken back. What led here said `…`, which this answers. */
export function ConfirmDialog<Value>({
  text,
  action,
  ...dialog
}: Omit<FormDialogProps<Value>, 'isDangerous' | 'children'> & { text: string }) {
  return (
    <FormDialog isDangerous action={action.replace(/…$/, '')} {...dialog}>
      <FormText>{text}</FormText>
    </FormDialog>
  );
}

export function FormText({ children }: { children: ReactNode }) {
  return <p className={classes['text']}>{children}</p>;
}
