import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { failureText } from '../../ui/admin/failure-text.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { channelCalls, type ChannelName } from './channel-calls.ts';
import classes from './channels.module.css';

type Tested = z.output<typeof channelCalls.test.answer>;

/** Sends one message now, and shows what the other side said. */
export function ChannelTest({ name }: { name: ChannelName }) {
  const t = wordsOf(['admin-channels', 'admin']);
  const store = useConsoleStore();
  const [to, setTo] = useState('');
  const [tested, setTested] = useState<Tested | string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const needsAddress = name !== 'assistant';

  async function run(): Promise<void> {
    setBusy(true);
    const answered = await askNode(store, channelCalls.test, {
      params: { channel: name },
      body: needsAddress ? { to: to.trim() } : {},
    });
    setBusy(false);
    setTested(answered.ok ? answered.value : failureText(answered.error));
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (!isBusy) void run();
  }

  return (
    <form className={classes['test']} onSubmit={onSubmit}>
      {needsAddress ? (
        <TextInput
          size="xs"
          className={classes['to'] ?? ''}
          label={t('admin-channels:test.label')}
          placeholder={t(`admin-channels:test.to.${name}`)}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" variant="default" loading={isBusy} disabled={needsAddress && to.trim() === ''}>
        {t(needsAddress ? 'admin-channels:test.run' : 'admin-channels:test.ask')}
      </Button>
      <div role="status" className={classes['tested']}>
        {tested === null ? null : typeof tested === 'string' ? (
          <span data-bad>{tested}</span>
        ) : (
          <span data-bad={!tested.is_sent || undefined}>
            {t(tested.is_sent ? 'admin-channels:test.sent' : 'admin-channels:test.failed', {
              ms: tested.took_ms,
            })}
            <code>{tested.answer}</code>
          </span>
        )}
      </div>
    </form>
  );
}
