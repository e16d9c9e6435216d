import { useEffect, useState } from 'react';
import type { ViewFilter } from '#shared/model/view-filter.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './views.module.css';

/** How many tickets fit what is written, at once; `filter` is null while it is incomplete. */
export function FittingCount({ filter }: { filter: ViewFilter | null }) {
  const store = useConsoleStore();
  const t = wordsOf('views');
  const [count, setCount] = useState<number | null>(null);
  // Filters are made anew at each drawing; their text tells whether anything changed.
  const asked = filter === null ? null : JSON.stringify(filter);
  useEffect(() => {
    if (asked === null) return undefined;
    let isCurrent = true;
    void store
      .getState()
      .countFitting(JSON.parse(asked) as ViewFilter)
      .then((counted) => {
        if (isCurrent) setCount(counted);
      });
    return () => {
      isCurrent = false;
    };
  }, [store, asked]);
  return (
    <p role="status" className={classes['fits']}>
      {filter === null ? t('incomplete') : count === null ? '' : t('fits', { count })}
    </p>
  );
}
