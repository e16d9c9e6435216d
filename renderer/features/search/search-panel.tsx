import IconServer from '@tabler/icons-react/dist/esm/icons/IconServer.mjs';
import { useConsole } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './search-box.module.css';
import { SearchHitRow } from './search-hit-row.tsx';
import { countText, scopeText } from './search-words.ts';
import type { ShownSearch } from './use-search-rows.ts';

/** What was found, under the search box, and what was searched. The input keeps the focus while a row is pressed. */
export function SearchPanel({ options, searched, rows }: ShownSearch) {
  const t = wordsOf('search');
  const problem = useConsole((state) => state.searchProblem);
  const isBusy = useConsole((state) => state.answeredText !== state.searchText);
  return (
    <div className={classes['panel']} onPointerDown={(event) => event.preventDefault()}>
      <div
        role="listbox"
        id={options.listId}
        aria-label={t('results')}
        aria-busy={isBusy}
        className={classes['hits']}
      >
        {rows.map((row, index) =>
          row.kind === 'ask' ? (
            <div
              key="ask"
              {...options.option(index)}
              className={classes['ask']}
              data-active={index === options.active || undefined}
            >
              <IconServer aria-hidden size={15} stroke={2} />
              {t('ask_node')}
            </div>
          ) : (
            <SearchHitRow
              key={row.kind === 'here' ? row.hit.ticket.uid : row.hit.uid}
              hit={row.hit}
              isOnNode={row.kind === 'node'}
              option={options.option(index)}
              isActive={index === options.active}
            />
          ),
        )}
      </div>
      <p className={classes['foot']} role="status" aria-label={t('scope')}>
        <strong>
          {problem === null ? countText(searched, rows) : t('not_searched', { reason: problem })}
        </strong>
        <span>{scopeText(searched)}</span>
      </p>
    </div>
  );
}
