import { useEffect, useId, useState, type KeyboardEvent } from 'react';

/** Where the arrow keys lead from `index` among `count` options: around the ends. */
export function movedIndex(index: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (index + step + count) % count;
}

/** An input that chooses among the options under it: the focus stays in the input, the choice moves with the arrows. */
export function useOptions(count: number, onChoose: (index: number) => void) {
  const listId = useId();
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const optionId = (index: number) => `${listId}-${index}`;
  const activeId = count === 0 ? undefined : optionId(active);

  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive(movedIndex(active, event.key === 'ArrowDown' ? 1 : -1, count));
    }
    if (event.key === 'Enter' && count > 0) {
      event.preventDefault();
      onChoose(active);
    }
  }

  const input = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-activedescendant': activeId,
    autoComplete: 'off',
    spellCheck: false,
  } as const;
  const option = (index: number) =>
    ({
      id: optionId(index),
      role: 'option',
      'aria-selected': index === active,
      onPointerMove: () => setActive(index),
      onClick: () => onChoose(index),
    }) as const;
  return { active, listId, input, option, onKeyDown, reset: () => setActive(0) };
}

export type Options = ReturnType<typeof useOptions>;
