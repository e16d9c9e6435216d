import { Popover, type PopoverProps } from '@mantine/core';
import { cloneElement, useLayoutEffect, type ReactNode } from 'react';
import { useUnfolding, type Control } from './use-unfolding.ts';

interface ChooserProps {
  isOpen: boolean;
  onChange: (isOpen: boolean) => void;
  /** What it is for: the name of the layer. */
  label: string;
  /** The control that opens it. */
  target: Control;
  width: number;
  position?: PopoverProps['position'];
  children: ReactNode;
}

/**
 * A list with an input that unfolds under a control. The focus goes there, and comes back. A key may open it while its
 * control is scrolled out of sight, where nothing could unfold: the control comes into sight first.
 */
export function Chooser({
  isOpen: isWanted,
  onChange,
  label,
  target,
  width,
  position,
  children,
}: ChooserProps) {
  const { isThere, isOpen, control } = useUnfolding(isWanted);
  useLayoutEffect(() => {
    if (isOpen) control.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, control]);
  if (!isThere) return cloneElement(target, { 'aria-haspopup': 'dialog', 'aria-expanded': false });
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
      <Popover.Target ref={control}>{target}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
