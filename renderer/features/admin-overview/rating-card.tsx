import type { Figures, FigureScope } from '#shared/protocol/admin/figures.ts';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Card } from '../../ui/admin/card.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { ticketHref } from './ticket-href.ts';
import classes from './overview.module.css';

/** How satisfied customers were, from five stars down to one. */
export function RatingCard({ rating, scope }: { rating: Figures['rating']; scope: FigureScope }) {
  const t = wordsOf('admin-overview');
  const title = t('satisfaction');
  const most = Math.max(1, ...rating.by_rating);
  return (
    <Card title={title} formula={t('formula.rating')}>
      <p className={classes['mean']}>
        {rating.mean === null
          ? t('no_ratings')
          : t('mean_rating', { mean: figure(rating.mean, 2), count: rating.count })}
      </p>
      <ul className={classes['stars']}>
        {rating.by_rating
          .map((count, index) => ({ stars: index + 1, count }))
          .toReversed()
          .map(({ stars, count }) => (
            <li key={stars}>
              <span>{t('stars', { count: stars })}</span>
              <span className={classes['track']} aria-hidden>
                <span style={{ inlineSize: `${(count / most) * 100}%` }} />
              </span>
              <FigureLink href={ticketHref('rated', scope, { rating: stars })}>{figure(count)}</FigureLink>
            </li>
          ))}
      </ul>
    </Card>
  );
}
