import { useTranslation } from 'react-i18next';
import { useConsole } from '../../store/store-context.tsx';
import type { Options } from '../../ui/use-options.ts';
import classes from './search-box.module.css';
import { SearchHitRow } from './search-hit-row.tsx';
import { countText, scopeText } from './search-words.ts';

/** What was found, under the search box, and what was searched. The input keeps the focus while a hit is pressed. */
export function SearchPanel({ options }: { options: Options }) {
  const { t } = useTranslation('search');
  const found = useConsole((state) => state.found);
  const problem = useConsole((state) => state.searchProblem);
  const hits = found?.hits ?? [];
  return (
    <div className={classes['panel']} onPointerDown={(event) => event.preventDefault()}>
      <div role="listbox" id={options.listId} aria-label={t('results')} className={classes['hits']}>
        {hits.map((hit, index) => (
          <SearchHitRow
            key={hit.ticket.uid}
            hit={hit}
            option={options.option(index)}
            isActive={index === options.active}
          />
        ))}
      </div>
      <p className={classes['foot']} role="status" aria-label={t('scope')}>
        <strong>{problem === null ? countText(found) : t('not_searched', { reason: problem })}</strong>
        <span>{scopeText(found)}</span>
      </p>
    </div>
  );
}
