import { Button, Loader, TextInput } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useState, type FormEvent } from 'react';
import { useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './setup.module.css';
import { useVerdict, type Checked } from './use-verdict.ts';
import { verdictWords } from './verdict-words.ts';

function Verdict({ checked }: { checked: Checked }) {
  const t = wordsOf('desktop-setup');
  if (checked.state === 'idle') return <p className={classes['hint']}>{t('address_hint')}</p>;
  if (checked.state === 'checking') {
    return (
      <p className={classes['verdict']}>
        <Loader size={14} /> {t('checking')}
      </p>
    );
  }
  const { tone, text } = verdictWords(checked.verdict);
  const Mark = tone === 'good' ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={classes['verdict']} data-tone={tone}>
      <Mark aria-hidden size={16} stroke={1.75} /> {text}
    </p>
  );
}

/** The address of a node that somebody else runs, looked at while it is typed. */
export function RemoteForm() {
  const store = useConsoleStore();
  const t = wordsOf('desktop-setup');
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const checked = useVerdict(address);
  const verdict = checked.state === 'checked' ? checked.verdict : null;
  const url = verdict?.verdict === 'good' ? verdict.url : null;
  // An address with another protocol than the node speaks is mended by a click, not silently.
  const mended = verdict?.verdict === 'wrong_protocol' ? verdict.url : null;

  async function connect(): Promise<void> {
    if (url === null) return;
    const error = await store.getState().useNode({ kind: 'remote', url });
    if (error !== null) setProblem(error.message);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void connect();
  }

  return (
    <form className={classes['form']} onSubmit={onSubmit} noValidate>
      <TextInput
        label={t('address')}
        placeholder="https://desk.example"
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="url"
        data-autofocus
        value={address}
        error={problem}
        onChange={(event) => {
          setProblem(null);
          setAddress(event.currentTarget.value);
        }}
      />
      <div role="status" aria-label={t('what_was_found')}>
        <Verdict checked={checked} />
      </div>
      <div className={classes['actions']}>
        <Button size="sm" type="submit" disabled={url === null}>
          {t('connect')}
        </Button>
        {mended === null ? null : (
          <Button size="sm" variant="default" onClick={() => setAddress(mended)}>
            {t('use_instead', { url: mended })}
          </Button>
        )}
      </div>
    </form>
  );
}
