import { Button, Modal } from '@mantine/core';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FormText } from '../../ui/admin/form-dialog.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './api.module.css';

/** A secret that is shown this once. */
export interface Secret {
  kind: 'token' | 'webhook';
  text: string;
}

export function SecretDialog({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const t = wordsOf(['admin-api', 'admin']);
  const store = useConsoleStore();

  async function copy(): Promise<void> {
    if (await copyText(secret.text)) store.getState().notify(t('admin-api:secret.copied'));
    else store.getState().notify(t('admin:copy_refused'), 'problem');
  }

  return (
    <Modal
      opened
      onClose={onClose}
      // Nobody should lose it by a slip of the hand.
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      size={560}
      title={t('admin-api:secret.title')}
    >
      <FormText>{t(`admin-api:secret.${secret.kind}`)}</FormText>
      <p className={classes['secret']}>
        <code aria-label={t('admin-api:secret.label')}>{secret.text}</code>
        <Button variant="default" onClick={() => void copy()}>
          {t('admin-api:secret.copy')}
        </Button>
      </p>
      <div className={classes['foot']}>
        <Button size="sm" data-autofocus onClick={onClose}>
          {t('admin-api:secret.done')}
        </Button>
      </div>
    </Modal>
  );
}
