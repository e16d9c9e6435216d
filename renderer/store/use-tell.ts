import { useCallback } from 'react';
import type { Result } from '#shared/protocol/result.ts';
import { failureText } from '../ui/admin/failure-text.ts';
import { words } from '../ui/i18n/i18n.ts';
import { useConsoleStore } from './store-context.tsx';

/** Says in a toast what came of something that was asked of the node; `done` words it, or answers null where it shows. */
export function useTell() {
  const store = useConsoleStore();
  return useCallback(
    <Value>(answered: Result<Value>, done: (value: Value) => string | null): void => {
      const { notify } = store.getState();
      if (!answered.ok) {
        notify(words('admin:failed', { reason: failureText(answered.error) }), 'problem');
        return;
      }
      const text = done(answered.value);
      if (text !== null) notify(text);
    },
    [store],
  );
}
