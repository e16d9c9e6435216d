import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { ReactNode } from 'react';
import classes from './removable.module.css';

interface RemovableProps {
  /** What the button that takes it away says. */
  label: string;
  isAccented?: boolean;
  onRemove: () => void;
  children: ReactNode;
}

/** A word on a ground of its own that can be taken away. */
export function Removable({ label, isAccented = false, onRemove, children }: RemovableProps) {
  return (
    <span className={classes['chip']} data-accented={isAccented || undefined}>
      {children}
      <button type="button" className={classes['remove']} aria-label={label} onClick={onRemove}>
        <IconX aria-hidden size={12} stroke={2} />
      </button>
    </span>
  );
}
