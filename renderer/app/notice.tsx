import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBrowser from '@tabler/icons-react/dist/esm/icons/IconBrowser.mjs';
import { EmptyState } from '../ui/empty-state.tsx';
import { wordsOf } from '../ui/i18n/i18n.ts';
import classes from './app.module.css';
import { Themed } from './themed.tsx';

interface NoticeProps {
  icon: Icon;
  title: string;
  text: string;
  action: string;
  onAction: () => void;
}

function Notice({ icon, title, text, action, onAction }: NoticeProps) {
  const button = (
    <Button size="sm" onClick={onAction}>
      {action}
    </Button>
  );
  return (
    <Themed>
      <main className={classes['opening']}>
        <EmptyState icon={icon} title={title} action={button}>
          {text}
        </EmptyState>
      </main>
    </Themed>
  );
}

function OtherTabNotice({ text, onAction }: Pick<NoticeProps, 'text' | 'onAction'>) {
  const t = wordsOf('desk');
  return (
    <Notice
      icon={IconBrowser}
      title={t('other_tab.title')}
      action={t('other_tab.use_here')}
      text={text}
      onAction={onAction}
    />
  );
}

/** Another tab has the console, and this one may ask for it. */
export function WaitingNotice({ onTakeOver }: { onTakeOver: () => void }) {
  const t = wordsOf('desk');
  return <OtherTabNotice text={t('other_tab.waiting')} onAction={onTakeOver} />;
}

/** Another tab asked for the console and got it. */
export function TakenOverNotice() {
  const t = wordsOf('desk');
  return <OtherTabNotice text={t('other_tab.taken_over')} onAction={() => window.location.reload()} />;
}

/** Not even the console behind the window could be opened. */
export function FailedNotice({ reason }: { reason: string }) {
  const t = wordsOf('desk');
  const text = reason === '' ? t('not_started.text') : reason;
  return (
    <Notice
      icon={IconAlertTriangle}
      title={t('not_started.title')}
      text={text}
      action={t('load_again')}
      onAction={() => window.location.reload()}
    />
  );
}
