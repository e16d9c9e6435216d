import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../store/navigate.ts';
import { isSearchable } from '../../store/search.slice.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useKeyLabel } from '../../store/use-titled.ts';
import { Keys } from '../../ui/keys.tsx';
import { useOptions } from '../../ui/use-options.ts';
import classes from './search-box.module.css';
import { SearchPanel } from './search-panel.tsx';

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

/** Finds tickets on this computer while its agent types. `/` leads here. */
export function SearchBox() {
  const { t } = useTranslation('search');
  const searchKey = useKeyLabel('search');
  const store = useConsoleStore();
  const text = useConsole((state) => state.searchText);
  const found = useConsole((state) => state.found);
  const isOpen = useConsole((state) => state.isSearchOpen && isSearchable(state.searchText));
  const field = useFieldOnDemand();
  const hits = found?.hits ?? [];
  const options = useOptions(isOpen ? hits.length : 0, (index) => {
    const uid = hits[index]?.ticket.uid;
    if (uid === undefined) return;
    leave();
    navigate(store, { view: store.getState().view, ticketUid: uid });
  });

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
      {isOpen ? <SearchPanel options={options} /> : null}
    </search>
  );
}
