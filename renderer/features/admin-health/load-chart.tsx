import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Health } from '#shared/protocol/admin/health.ts';
import { ChartCard } from '../../ui/admin/charts/chart-card.tsx';
import { LazyTimeChart } from '../../ui/admin/charts/lazy-time-chart.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { clockTime, exactTime } from '../../ui/time.ts';

type Point = Health['history'][number];

const percentText = (value: number): string => `${Math.round(value)}%`;

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
  const { t } = useTranslation('admin-health');
  const series = [
    { key: 'cpu_percent', name: t('cpu'), tone: 'accent', isFilled: true },
    { key: 'memory_percent', name: t('memory'), tone: 'orange' },
    { key: 'disk_percent', name: t('disk'), tone: 'green' },
  ] as const;
  const columns: Column<Point>[] = [
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
  const nothing = <p>{t('no_history')}</p>;
  return (
    <ChartCard
      title={t('load_over_time')}
      actions={actions}
      chart={
        history.length < 2 ? (
          nothing
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
          empty={nothing}
        />
      }
    />
  );
}
