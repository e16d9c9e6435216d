import { Button, Loader } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import type { ReactNode } from 'react';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { EmptyState } from '../empty-state.tsx';
import { wordsOf } from '../i18n/i18n.ts';
import { Notice } from '../notice.tsx';
import { clockOrDate } from '../time.ts';
import classes from './answer-state.module.css';
import { failureText } from './failure-text.ts';

interface AnswerStateProps<Value> {
  /** What the node answered last; null until it has. */
  value: Value | null;
  error: DeskErrorData | null;
  /** When the value came, ms UTC. */
  at?: number | null;
  reload: () => unknown;
  children: (value: Value) => ReactNode;
}

/** What the node answered, or why there is nothing to show; old figures say how old they are. */
export function AnswerState<Value>({ value, error, at = null, reload, children }: AnswerStateProps<Value>) {
  const t = wordsOf(['admin', 'common']);
  if (value !== null) {
    return (
      <>
        {error === null ? null : (
          <Notice tone="warning" role="status">
            <IconAlertTriangle aria-hidden size={15} stroke={1.75} />
            {at === null
              ? failureText(error)
              : t('admin:as_of', { time: clockOrDate(at, Date.now()), reason: failureText(error) })}
          </Notice>
        )}
        {children(value)}
      </>
    );
  }
  if (error === null) {
    return (
      <div className={classes['loading']} role="status" aria-label={t('admin:loading')}>
        <Loader size="sm" />
      </div>
    );
  }
  const isOffline = error.kind === 'unavailable';
  return (
    <EmptyState
      icon={isOffline ? IconPlugConnectedX : IconAlertTriangle}
      title={isOffline ? t('admin:offline.title') : t('admin:broken.title')}
      action={
        <Button size="sm" variant="default" onClick={() => void reload()}>
          {t('common:try_again')}
        </Button>
      }
    >
      {isOffline ? t('admin:offline.text') : failureText(error)}
    </EmptyState>
  );
}
