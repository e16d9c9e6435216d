import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { isSearchable } from '../../store/search.slice.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useKeyLabel } from '../../store/use-titled.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Keys } from '../../ui/keys.tsx';
import classes from './search-box.module.css';
import { SearchPanel } from './search-panel.tsx';
import { useSearchRows } from './use-search-rows.ts';

/** The input, which takes the focus when a shortcut asks for it. */
function useFieldOnDemand(): RefObject<HTMLInputElement | null> {
  const store = useConsoleStore();
  const isFocusWanted = useConsole((state) => state.isSearchFocusWanted);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isFocusWanted) return;
    field.current?.focus();
    field.current?.select();
    store.getState().searchFocusTaken();
  }, [isFocusWanted, store]);
  return field;
}

/** Finds tickets on this computer while its agent types, and on the node when that is asked for. `/` leads here. */
export function SearchBox() {
  const t = wordsOf('search');
  const searchKey = useKeyLabel('search');
  const store = useConsoleStore();
  const text = useConsole((state) => state.searchText);
  const isOpen = useConsole((state) => state.isSearchOpen && isSearchable(state.searchText));
  const field = useFieldOnDemand();
  const shown = useSearchRows(isOpen, leave);
  const { options } = shown;

  function leave(): void {
    store.getState().closeSearch();
    field.current?.blur();
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
    } else options.onKeyDown(event);
  }

  return (
    <search className={classes['root']} aria-label={t('where')}>
      <IconSearch aria-hidden size={15} stroke={2} className={classes['icon']} />
      <input
        ref={field}
        {...options.input}
        className={classes['input']}
        aria-label={t('search')}
        aria-expanded={isOpen}
        placeholder={t('search')}
        maxLength={200}
        value={text}
        onChange={(event) => {
          options.reset();
          void store.getState().search(event.currentTarget.value);
        }}
        onFocus={() => void store.getState().search(text)}
        onBlur={() => store.getState().closeSearch()}
        onKeyDown={onKey}
      />
      {text === '' && searchKey !== '' ? (
        <span className={classes['key']}>
          <Keys combination={searchKey} />
        </span>
      ) : null}
      {isOpen ? <SearchPanel {...shown} /> : null}
    </search>
  );
}
