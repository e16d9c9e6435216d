import IconWebhook from '@tabler/icons-react/dist/esm/icons/IconWebhook.mjs';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { activeColumn, menuColumn } from '../../ui/admin/row-actions.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import type { Webhook } from './api-calls.ts';
import classes from './api.module.css';

const actions = ['edit', 'ping', 'rotate', 'remove'] as const;
export type WebhookAction = (typeof actions)[number];

export function WebhookTable({
  webhooks,
  onAction,
}: {
  webhooks: readonly Webhook[];
  onAction: (action: WebhookAction, webhook: Webhook) => void;
}) {
  const t = wordsOf('admin-api');
  const columns: Column<Webhook>[] = [
    {
      id: 'name',
      header: t('column.name'),
      isRowHeader: true,
      sortBy: ({ name }) => name,
      cell: ({ name }) => name,
    },
    {
      id: 'url',
      header: t('column.url'),
      isText: true,
      cell: ({ url }) => <code className={classes['url']}>{url}</code>,
    },
    { id: 'events', header: t('column.events'), isText: true, cell: ({ events }) => events.join(', ') },
    activeColumn(t('column.state'), { active: t('active'), inactive: t('inactive') }),
    menuColumn(
      ({ name }) => name,
      (webhook) => actions.map((action) => ({ label: t(action), onClick: () => onAction(action, webhook) })),
    ),
  ];
  return (
    <DataTable
      label={t('webhooks')}
      columns={columns}
      rows={webhooks}
      rowKey={({ id }) => id}
      empty={{ icon: IconWebhook, title: t('no_webhooks.title'), text: t('no_webhooks.text') }}
    />
  );
}
