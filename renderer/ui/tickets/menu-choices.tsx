import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { ReactNode } from 'react';
import { departments, type Department } from '#shared/model/department.ts';
import { priorities, type Priority } from '#shared/model/priority.ts';
import type { Status } from '#shared/model/status.ts';
import { CategoryMark } from './category-mark.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { StatusMark } from './status-mark.tsx';
import { categoryWord, priorityWord, statusWord } from './words.ts';

interface ChoiceProps {
  icon: ReactNode;
  isCurrent: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ icon, isCurrent, onChoose, children }: ChoiceProps) {
  return (
    <Menu.Item
      leftSection={icon}
      rightSection={isCurrent ? <IconCheck aria-hidden size={14} stroke={2} /> : null}
      onClick={onChoose}
    >
      {children}
    </Menu.Item>
  );
}

interface ChoicesProps<Value> {
  current?: Value;
  onChoose: (value: Value) => void;
}

/** Items of a menu: the statuses that a ticket may go to. */
export function StatusChoices({
  statuses,
  onChoose,
}: {
  statuses: readonly Status[];
  onChoose: (to: Status) => void;
}) {
  return statuses.map((to) => (
    <Choice key={to} icon={<StatusMark status={to} />} isCurrent={false} onChoose={() => onChoose(to)}>
      {statusWord(to)}
    </Choice>
  ));
}

export function PriorityChoices({ current, onChoose }: ChoicesProps<Priority>) {
  return priorities.map((priority) => (
    <Choice
      key={priority}
      icon={<PriorityMark priority={priority} />}
      isCurrent={priority === current}
      onChoose={() => onChoose(priority)}
    >
      {priorityWord(priority)}
    </Choice>
  ));
}

export function CategoryChoices({ current, onChoose }: ChoicesProps<Department>) {
  return departments.map((category) => (
    <Choice
      key={category}
      icon={<CategoryMark category={category} />}
      isCurrent={category === current}
      onChoose={() => onChoose(category)}
    >
      {categoryWord(category)}
    </Choice>
  ));
}
