import IconHeartbeat from '@tabler/icons-react/dist/esm/icons/IconHeartbeat.mjs';
import { useTranslation } from 'react-i18next';
import type { HealthAlert } from '#shared/protocol/admin/health.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { exactTime } from '../../ui/time.ts';

/** Alerts of the last 30 days, newest first. */
export function AlertTable({ alerts }: { alerts: readonly HealthAlert[] }) {
  const { t } = useTranslation('admin-health');
  const columns: Column<HealthAlert>[] = [
    { id: 'when', header: t('column.when'), cell: ({ created_at }) => exactTime(created_at) },
    { id: 'message', header: t('column.message'), isRowHeader: true, cell: ({ message }) => message },
    {
      id: 'value',
      header: t('column.value'),
      isFigure: true,
      cell: ({ value }) => `${Math.round(value)}%`,
    },
    {
      id: 'threshold',
      header: t('column.threshold'),
      isFigure: true,
      cell: ({ threshold }) => `${threshold}%`,
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: ({ resolved_at }) =>
        resolved_at === null ? <Tag tone="red">{t('open')}</Tag> : <Tag tone="green">{t('over')}</Tag>,
    },
  ];
  return (
    <DataTable
      label={t('alerts')}
      columns={columns}
      rows={alerts}
      rowKey={({ id }) => id}
      empty={{ icon: IconHeartbeat, title: t('no_alerts.title'), text: t('no_alerts.text') }}
    />
  );
}
