import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconWebhook from '@tabler/icons-react/dist/esm/icons/IconWebhook.mjs';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Webhook } from './api-calls.ts';
import classes from './api.module.css';

const actions = ['edit', 'ping', 'rotate', 'remove'] as const;
export type WebhookAction = (typeof actions)[number];

function WebhookMenu({ webhook, onAction }: { webhook: Webhook; onAction: (action: WebhookAction) => void }) {
  const { t } = useTranslation('admin-api');
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon aria-label={t('menu', { name: webhook.name })}>
          <IconDots aria-hidden size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item key={action} onClick={() => onAction(action)}>
            {t(action)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function WebhookTable({
  webhooks,
  onAction,
}: {
  webhooks: readonly Webhook[];
  onAction: (action: WebhookAction, webhook: Webhook) => void;
}) {
  const { t } = useTranslation('admin-api');
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
    {
      id: 'state',
      header: t('column.state'),
      cell: ({ is_active }) => (
        <Tag tone={is_active ? 'green' : 'grey'}>{t(is_active ? 'active' : 'inactive')}</Tag>
      ),
    },
    {
      id: 'actions',
      header: t('column.actions'),
      headerCell: <VisuallyHidden>{t('column.actions')}</VisuallyHidden>,
      width: '44px',
      cell: (webhook) => <WebhookMenu webhook={webhook} onAction={(action) => onAction(action, webhook)} />,
    },
  ];
  return (
    <DataTable
      label={t('webhooks')}
      columns={columns}
      rows={webhooks}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={IconWebhook} title={t('no_webhooks.title')}>
          {t('no_webhooks.text')}
        </EmptyState>
      }
    />
  );
}
