import { useTranslation } from 'react-i18next';
import { useConsole } from '../../store/store-context.tsx';
import { Logo } from '../../ui/logo.tsx';
import { NodeLine } from './node-line.tsx';
import { SignInForm } from './sign-in-form.tsx';
import classes from './sign-in.module.css';

/** The first screen while nobody is signed in. */
export function SignInScreen() {
  const { t } = useTranslation('sign-in');
  const nodeUrl = useConsole(({ session }) => session?.node_url ?? '');
  const isDesktop = useConsole((state) => state.desktop !== null);
  return (
    <main className={classes['screen']}>
      <div className={classes['card']}>
        <div className={classes['brand']}>
          <Logo size={34} />
          <h1 className={classes['name']}>{t('title')}</h1>
          <p className={classes['hint']}>{t('motto')}</p>
        </div>
        <SignInForm />
        <NodeLine />
        {isDesktop || nodeUrl === '' ? null : <p className={classes['where']}>{nodeUrl}</p>}
      </div>
    </main>
  );
}
