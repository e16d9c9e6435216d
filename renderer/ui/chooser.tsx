import { Popover, type PopoverProps } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

interface ChooserProps {
  isOpen: boolean;
  onChange: (isOpen: boolean) => void;
  /** What it is for: the name of the layer. */
  label: string;
  /** The control that opens it. */
  target: ReactElement;
  width: number;
  position?: PopoverProps['position'];
  children: ReactNode;
}

/** A list with an input that unfolds under a control. The focus goes there, and comes back. */
export function Chooser({ isOpen, onChange, label, target, width, position, children }: ChooserProps) {
  return (
    <Popover
      opened={isOpen}
      onChange={onChange}
      width={width}
      position={position ?? 'bottom-start'}
      offset={4}
      trapFocus
      returnFocus
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
