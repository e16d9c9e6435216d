import IconActivity from '@tabler/icons-react/dist/esm/icons/IconActivity.mjs';
import type { ReactNode } from 'react';
import type { Health } from '#shared/protocol/admin/health.ts';
import { ChartCard } from '../../ui/admin/charts/chart-card.tsx';
import { LazyTimeChart } from '../../ui/admin/charts/lazy-time-chart.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { clockTime, exactTime } from '../../ui/time.ts';

type Point = Health['history'][number];

const percentText = (value: number): string => `${Math.round(value)}%`;

function useSeries() {
  const t = wordsOf('admin-health');
  return [
    { key: 'cpu_percent', name: t('cpu'), tone: 'accent', isFilled: true },
    { key: 'memory_percent', name: t('memory'), tone: 'orange' },
    { key: 'disk_percent', name: t('disk'), tone: 'green' },
  ] as const;
}

function useColumns(series: ReturnType<typeof useSeries>): Column<Point>[] {
  const t = wordsOf('admin-health');
  return [
    {
      id: 'at',
      header: t('time'),
      isRowHeader: true,
      sortBy: ({ at }) => at,
      cell: ({ at }) => exactTime(at),
    },
    ...series.map(({ key, name }): Column<Point> => ({
      id: key,
      header: name,
      isFigure: true,
      sortBy: (point) => point[key],
      cell: (point) => percentText(point[key]),
    })),
  ];
}

/** Processor, memory and disk over time. */
export function LoadChart({
  history,
  hours,
  actions,
}: {
  history: readonly Point[];
  hours: number;
  actions: ReactNode;
}) {
  const t = wordsOf('admin-health');
  const series = useSeries();
  const columns = useColumns(series);
  return (
    <ChartCard
      title={t('load_over_time')}
      actions={actions}
      chart={
        history.length < 2 ? (
          <p>{t('no_history')}</p>
        ) : (
          <LazyTimeChart
            points={history}
            series={series}
            max={100}
            formatValue={percentText}
            formatTime={hours <= 24 ? clockTime : exactTime}
          />
        )
      }
      table={
        <DataTable
          label={t('load_over_time')}
          columns={columns}
          rows={history}
          rowKey={({ at }) => at}
          initialSort={{ id: 'at', isDescending: true }}
          empty={{ icon: IconActivity, title: t('no_history') }}
        />
      }
    />
  );
}
