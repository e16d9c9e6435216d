import { useConsole } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Welcome } from '../../ui/welcome.tsx';
import { NodeLine } from './node-line.tsx';
import { SignInForm } from './sign-in-form.tsx';
import classes from './sign-in.module.css';

/** The first screen while nobody is signed in. */
export function SignInScreen() {
  const t = wordsOf('sign-in');
  const nodeUrl = useConsole(({ session }) => session?.node_url ?? '');
  const isDesktop = useConsole((state) => state.desktop !== null);
  return (
    <Welcome title={t('title')} text={t('motto')}>
      <SignInForm />
      <NodeLine />
      {isDesktop || nodeUrl === '' ? null : <p className={classes['where']}>{nodeUrl}</p>}
    </Welcome>
  );
}
