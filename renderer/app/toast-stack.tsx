import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useState } from 'react';
import type { Toast } from '../store/shell-state.ts';
import { useConsole, useConsoleStore } from '../store/store-context.tsx';
import { useKeyLabel } from '../store/use-titled.ts';
import { wordsOf } from '../ui/i18n/i18n.ts';
import { Keys } from '../ui/keys.tsx';
import classes from '../ui/toasts.module.css';

/** Long enough to be read twice; pointing at it stops the clock. */
const shownMs = 6000;

function ToastView({ toast }: { toast: Toast }) {
  const store = useConsoleStore();
  const t = wordsOf('common');
  const undoKey = useKeyLabel('undo');
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    // One that can be undone stands until that is over.
    if (isHeld || toast.canUndo) return undefined;
    const timer = setTimeout(() => store.getState().dismissToast(toast.id), shownMs);
    return () => clearTimeout(timer);
  }, [isHeld, store, toast.id, toast.canUndo]);
  return (
    <div
      className={classes['toast']}
      data-tone={toast.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {toast.text}
      {toast.canUndo ? (
        <button type="button" className={classes['undo']} onClick={() => void store.getState().undo()}>
          {t('undo')} <Keys combination={undoKey} />
        </button>
      ) : null}
      <button
        type="button"
        className={classes['close']}
        aria-label={t('dismiss')}
        onClick={() => store.getState().dismissToast(toast.id)}
      >
        <IconX aria-hidden size={14} stroke={2} />
      </button>
    </div>
  );
}

/** Short words after the deed, read out politely. */
export function ToastStack() {
  const t = wordsOf('desk');
  const toasts = useConsole((state) => state.toasts);
  return (
    <div className={classes['stack']} role="status" aria-live="polite" aria-label={t('messages')}>
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
