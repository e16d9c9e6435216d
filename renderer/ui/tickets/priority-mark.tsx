import type { Icon } from '@tabler/icons-react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import type { Priority } from '#shared/model/priority.ts';
import classes from './marks.module.css';

const iconByPriority: Record<Priority, Icon> = {
  critical: IconAlertTriangle,
  high: IconArrowUp,
  medium: IconMinus,
  low: IconArrowDown,
};

/** The icon of a priority; shapes differ, so that colour is never alone. */
export function PriorityMark({ priority, size = 16 }: { priority: Priority; size?: number }) {
  const PriorityIcon = iconByPriority[priority];
  return (
    <PriorityIcon
      aria-hidden
      size={size}
      stroke={2}
      className={classes['priority']}
      data-priority={priority}
    />
  );
}
