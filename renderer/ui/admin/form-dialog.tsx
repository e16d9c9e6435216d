import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { failureText } from './failure-text.ts';
import classes from './form-dialog.module.css';

interface FormDialogProps {
  title: string;
  /** What the button that does it says. */
  action: string;
  isOpen: boolean;
  isDangerous?: boolean;
  /** False while what is needed is missing. */
  canSubmit?: boolean;
  size?: number;
  onClose: () => void;
  /** Answers why it failed; null when it is done, which closes the dialog. */
  onSubmit: () => Promise<DeskErrorData | null>;
  children: ReactNode;
}

/** A form in a dialog: it stays open, with the reason, until what it is for is done. */
export function FormDialog({
  title,
  action,
  isOpen,
  isDangerous = false,
  canSubmit = true,
  size = 520,
  onClose,
  onSubmit,
  children,
}: FormDialogProps) {
  const { t } = useTranslation('common');
  const [problem, setProblem] = useState<DeskErrorData | null>(null);
  const [isBusy, setBusy] = useState(false);

  function close(): void {
    setProblem(null);
    onClose();
  }

  async function submit(): Promise<void> {
    setBusy(true);
    const failure = await onSubmit();
    setBusy(false);
    if (failure === null) close();
    else setProblem(failure);
  }

  function onFormSubmit(event: FormEvent): void {
    event.preventDefault();
    if (canSubmit && !isBusy) void submit();
  }

  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={size}
    >
      <form noValidate className={classes['form']} onSubmit={onFormSubmit}>
        {children}
        {problem === null ? null : (
          <p className={classes['problem']} role="alert">
            {failureText(problem)}
          </p>
        )}
        <div className={classes['foot']}>
          <Button variant="subtle" color="gray" size="sm" onClick={close}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            size="sm"
            loading={isBusy}
            disabled={!canSubmit}
            {...(isDangerous ? { color: 'red' } : {})}
          >
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
