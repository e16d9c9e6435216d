import IconHeartbeat from '@tabler/icons-react/dist/esm/icons/IconHeartbeat.mjs';
import type { HealthAlert } from '#shared/protocol/admin/health.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { words, wordsOf } from '../../ui/i18n/i18n.ts';
import { adminHealthEn } from '../../ui/i18n/words/admin-health.en.ts';
import { exactTime } from '../../ui/time.ts';

const types = Object.keys(adminHealthEn.alert) as (keyof typeof adminHealthEn.alert)[];

/** What went beyond its limit; of what this console has no words for, the node's own. */
function alertText(type: string, message: string): string {
  const known = types.find((each) => each === type);
  return known === undefined ? message : words(`admin-health:alert.${known}`);
}

/** Alerts of the last 30 days, newest first. */
export function AlertTable({ alerts }: { alerts: readonly HealthAlert[] }) {
  const t = wordsOf('admin-health');
  const columns: Column<HealthAlert>[] = [
    { id: 'when', header: t('column.when'), cell: ({ created_at }) => exactTime(created_at) },
    {
      id: 'message',
      header: t('column.message'),
      isRowHeader: true,
      cell: ({ type, message }) => alertText(type, message),
    },
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
