import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { signInProblem } from './sign-in-problem.ts';
import classes from './sign-in.module.css';

/** User name and password; used on the first screen and when a session ended. */
export function SignInForm({ knownUsername = '' }: { knownUsername?: string }) {
  const store = useConsoleStore();
  const t = wordsOf('sign-in');
  const [username, setUsername] = useState(knownUsername);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const error = await store.getState().signIn({ username: username.trim(), password });
    setBusy(false);
    if (error !== null) setProblem(signInProblem(error));
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    if (username.trim() === '' || password === '') setProblem(t('incomplete'));
    else void submit();
  }

  return (
    <form className={classes['form']} onSubmit={onSubmit} noValidate>
      {problem === null ? null : (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      <TextInput
        label={t('username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': t('show_password') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" fullWidth loading={isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}
