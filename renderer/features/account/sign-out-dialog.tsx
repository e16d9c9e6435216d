import { Button, Modal } from '@mantine/core';
import { useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './account-menu.module.css';

/** Signing out with unsent changes cannot be undone, so it is asked for. */
export function SignOutDialog({ unsentCount, onClose }: { unsentCount: number | null; onClose: () => void }) {
  const store = useConsoleStore();
  const t = wordsOf(['account', 'common']);

  async function discard(): Promise<void> {
    onClose();
    const error = await store.getState().signOut(true);
    if (error !== null)
      store.getState().notify(t('account:still_signed_in', { reason: error.message }), 'problem');
  }

  return (
    <Modal
      opened={unsentCount !== null}
      onClose={onClose}
      title={t('account:unsent.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={420}
    >
      <p className={classes['text']}>{t('account:unsent.text', { count: unsentCount ?? 0 })}</p>
      <div className={classes['actions']}>
        <Button variant="default" size="sm" onClick={onClose} data-autofocus>
          {t('account:unsent.stay')}
        </Button>
        <Button color="red" size="sm" onClick={() => void discard()}>
          {t('account:unsent.discard')}
        </Button>
      </div>
    </Modal>
  );
}
