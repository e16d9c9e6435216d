import { Modal } from '@mantine/core';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Signing in again over a desk that goes on working, when the session ended. */
export function SignInDialog() {
  const store = useConsoleStore();
  const t = wordsOf('common');
  const isOpen = useConsole((state) => state.isSignInOpen);
  const username = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.username : ''));
  return (
    <Modal
      opened={isOpen}
      onClose={() => store.getState().setSignInOpen(false)}
      title={t('sign_in_again')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={380}
    >
      <SignInForm knownUsername={username} />
    </Modal>
  );
}
