import { Button, Modal } from '@mantine/core';
import { useConsoleStore } from '../../store/store-context.tsx';
import classes from './account-menu.module.css';

/** Signing out with unsent changes cannot be undone, so it is asked for. */
export function SignOutDialog({ unsentCount, onClose }: { unsentCount: number | null; onClose: () => void }) {
  const store = useConsoleStore();

  async function discard(): Promise<void> {
    onClose();
    const error = await store.getState().signOut(true);
    if (error !== null) store.getState().notify(`Still signed in: ${error.message}`, 'problem');
  }

  return (
    <Modal
      opened={unsentCount !== null}
      onClose={onClose}
      title="Sign out with unsent changes?"
      closeButtonProps={{ 'aria-label': 'Close' }}
      size={420}
    >
      <p className={classes['text']}>
        {unsentCount === 1 ? '1 change has' : `${unsentCount ?? 0} changes have`} not reached the node.
        Signing out now discards them for good.
      </p>
      <div className={classes['actions']}>
        <Button variant="default" size="sm" onClick={onClose} data-autofocus>
          Stay signed in
        </Button>
        <Button color="red" size="sm" onClick={() => void discard()}>
          Discard and sign out
        </Button>
      </div>
    </Modal>
  );
}
