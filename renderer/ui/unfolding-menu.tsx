import { Menu, type MenuProps } from '@mantine/core';
import { cloneElement, useState, type ReactNode } from 'react';
import { useUnfolding, type Control } from './use-unfolding.ts';

interface UnfoldingMenuProps {
  /** The name of the menu. */
  label: string;
  /** The control that opens it. */
  target: Control;
  width: number;
  position?: MenuProps['position'];
  children: ReactNode;
}

interface ControlledProps extends UnfoldingMenuProps {
  isOpen: boolean;
  onChange: (isOpen: boolean) => void;
}

/** A menu that something else opens, too: a key, for one. */
export function ControlledMenu({
  label,
  target,
  width,
  position,
  children,
  isOpen: isWanted,
  onChange,
}: ControlledProps) {
  const { isThere, isOpen, control } = useUnfolding(isWanted);
  if (!isThere) {
    const closed = { 'aria-haspopup': 'menu', 'aria-expanded': false } as const;
    return cloneElement(target, { ...closed, onClick: () => onChange(true) });
  }
  return (
    <Menu opened={isOpen} onChange={onChange} width={width} position={position ?? 'bottom-start'}>
      <Menu.Target>{cloneElement(target, { ref: control })}</Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** A menu under a control. */
export function UnfoldingMenu(props: UnfoldingMenuProps) {
  const [isOpen, setOpen] = useState(false);
  return <ControlledMenu {...props} isOpen={isOpen} onChange={setOpen} />;
}
