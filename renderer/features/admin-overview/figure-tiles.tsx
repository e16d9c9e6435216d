import type { z } from 'zod';
import type { figureCalls, FigureScope, Percentiles } from '#shared/protocol/admin/figures.ts';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure, share } from '../../ui/admin/figures.ts';
import { StatTile, StatTiles } from '../../ui/admin/stat-tile.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { duration } from '../../ui/time.ts';
import { changeBetween } from './change-between.ts';
import { ticketHref } from './ticket-href.ts';

type Overview = z.output<typeof figureCalls.overview.answer>;

interface FigureTilesProps {
  overview: Overview;
  /** The same figures of as long a span before; null while they are not here. */
  before: Overview | null;
  scope: FigureScope;
}

function Change({ now, before }: { now: number; before: number | undefined }) {
  const t = wordsOf('admin-overview');
  const change = before === undefined ? null : changeBetween(before, now);
  if (change === null) return null;
  return <span>{t('than_before', { change })}</span>;
}

/** Half of them took at most the value; the links open those that took longer than that, and the slowest tenth. */
function PercentileTile({
  name,
  formula,
  percentiles: { count, p50, p90 },
  hrefFrom,
}: {
  name: string;
  formula: string;
  percentiles: Percentiles;
  hrefFrom: (ms: number) => string;
}) {
  const t = wordsOf('admin-overview');
  return (
    <StatTile
      name={name}
      formula={formula}
      value={p50 === null ? '–' : duration(p50)}
      {...(p50 === null ? {} : { href: hrefFrom(p50) })}
      detail={
        p90 === null ? (
          t('no_tickets')
        ) : (
          <FigureLink href={hrefFrom(p90)}>
            {t('p90_of', { time: duration(p90), total: figure(count) })}
          </FigureLink>
        )
      }
    />
  );
}

/** The figures that an admin looks at first. */
export function FigureTiles({ overview, before, scope }: FigureTilesProps) {
  const t = wordsOf('admin-overview');
  const { backlog, unassigned, figures } = overview;
  const { created, ended, response_sla } = figures;
  const promised = response_sla.met + response_sla.missed;
  return (
    <StatTiles>
      <StatTile
        name={t('figure.created')}
        formula={t('formula.created')}
        value={figure(created)}
        href={ticketHref('created', scope)}
        detail={<Change now={created} before={before?.figures.created} />}
      />
      <StatTile
        name={t('figure.ended')}
        formula={t('formula.ended')}
        value={figure(ended)}
        href={ticketHref('ended', scope)}
        detail={<Change now={ended} before={before?.figures.ended} />}
      />
      <StatTile
        name={t('figure.backlog')}
        formula={t('formula.backlog')}
        value={figure(backlog)}
        href={ticketHref('backlog', scope)}
        detail={
          <FigureLink href={ticketHref('unassigned', scope)}>
            {t('unassigned', { count: unassigned })}
          </FigureLink>
        }
      />
      <PercentileTile
        name={t('figure.first_response')}
        formula={t('formula.first_response')}
        percentiles={figures.first_response}
        hrefFrom={(ms) => ticketHref('answered', scope, { response_ms_from: ms })}
      />
      <PercentileTile
        name={t('figure.resolution')}
        formula={t('formula.resolution')}
        percentiles={figures.resolution}
        hrefFrom={(ms) => ticketHref('resolved', scope, { resolution_ms_from: ms })}
      />
      <StatTile
        name={t('figure.response_met')}
        formula={t('formula.response_sla')}
        value={promised === 0 ? '–' : share(response_sla.met / promised)}
        href={ticketHref('response_met', scope)}
        detail={
          <FigureLink href={ticketHref('response_missed', scope)}>
            {t('missed', { count: response_sla.missed })}
          </FigureLink>
        }
      />
    </StatTiles>
  );
}
