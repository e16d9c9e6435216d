import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import classes from './api.module.css';

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({
  title,
  text,
  action,
  onClose,
  onConfirm,
}: {
  title: string;
  text: string;
  action: string;
  onClose: () => void;
  onConfirm: () => Promise<DeskErrorData | null>;
}) {
  return (
    <FormDialog isOpen isDangerous title={title} action={action} onClose={onClose} onSubmit={onConfirm}>
      <p className={classes['text']}>{text}</p>
    </FormDialog>
  );
}
