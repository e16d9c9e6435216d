import { exportFiguresCall, type FigureDay, type FigureScope } from '#shared/protocol/admin/figures.ts';
import { useExport } from '../../store/use-export.ts';
import { Cards } from '../../ui/admin/card.tsx';
import { ChartCard } from '../../ui/admin/charts/chart-card.tsx';
import { LazyTimeChart } from '../../ui/admin/charts/lazy-time-chart.tsx';
import type { ChartSeries } from '../../ui/admin/charts/series.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { ExportButton } from '../../ui/admin/export-button.tsx';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { dayOfMonth } from '../../ui/time.ts';
import { ticketHref } from './ticket-href.ts';

function useDayColumns(scope: FigureScope): Column<FigureDay>[] {
  const t = wordsOf('admin-overview');
  const counted = (['created', 'ended'] as const).map((id): Column<FigureDay> => ({
    id,
    header: t(`figure.${id}`),
    isFigure: true,
    sortBy: (day) => day[id],
    cell: (day) => (
      <FigureLink href={ticketHref(id, { ...scope, from: day.at, before: day.before })}>
        {figure(day[id])}
      </FigureLink>
    ),
  }));
  return [
    {
      id: 'day',
      header: t('day'),
      isRowHeader: true,
      sortBy: ({ at }) => at,
      cell: ({ at }) => dayOfMonth(at),
    },
    ...counted,
    {
      id: 'backlog',
      header: t('figure.open_then'),
      isFigure: true,
      sortBy: ({ backlog }) => backlog,
      cell: ({ backlog }) => figure(backlog),
    },
  ];
}

function DayChart({
  title,
  formula,
  days,
  series,
  scope,
}: {
  title: string;
  formula: string;
  days: readonly FigureDay[];
  series: readonly ChartSeries[];
  scope: FigureScope;
}) {
  const columns = useDayColumns(scope);
  const save = useExport();
  return (
    <ChartCard
      title={title}
      formula={formula}
      actions={<ExportButton onExport={() => save(exportFiguresCall, 'days', { ...scope, table: 'days' })} />}
      chart={
        <LazyTimeChart
          points={days.map(({ before: _, ...day }) => day)}
          series={series}
          formatTime={dayOfMonth}
          formatValue={(value) => figure(value)}
        />
      }
      table={
        <DataTable
          label={title}
          columns={columns}
          rows={days}
          rowKey={({ at }) => at}
          initialSort={{ id: 'day', isDescending: true }}
          empty={null}
        />
      }
    />
  );
}

/** What came and went each day, and how much was left at its end. */
export function DayCharts({ days, scope }: { days: readonly FigureDay[]; scope: FigureScope }) {
  const t = wordsOf('admin-overview');
  return (
    <Cards>
      <DayChart
        title={t('volume')}
        formula={t('formula.volume')}
        days={days}
        scope={scope}
        series={[
          { key: 'created', name: t('figure.created'), tone: 'accent' },
          { key: 'ended', name: t('figure.ended'), tone: 'green' },
        ]}
      />
      <DayChart
        title={t('backlog_by_day')}
        formula={t('formula.backlog_by_day')}
        days={days}
        scope={scope}
        series={[{ key: 'backlog', name: t('figure.open_then'), tone: 'orange', isFilled: true }]}
      />
    </Cards>
  );
}
