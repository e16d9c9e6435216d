import { NativeSelect } from '@mantine/core';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordCalls, type AuditEntry } from '#shared/protocol/admin/records.ts';
import { useConsole } from '../../store/store-context.tsx';
import { usePages } from '../../store/use-pages.ts';
import type { Column } from '../../ui/admin/data-table.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { PagedTable } from '../../ui/admin/paged-table.tsx';
import { TwoLines } from '../../ui/admin/row-name.tsx';
import { exactTime } from '../../ui/time.ts';
import { actionText, targetText } from './action-text.ts';
import classes from './audit.module.css';
import { listDetails } from './list-details.ts';

function useColumns(): Column<AuditEntry>[] {
  const { t } = useTranslation('admin-records');
  return [
    { id: 'when', header: t('audit.column.when'), cell: ({ at }) => exactTime(at), width: '170px' },
    { id: 'who', header: t('audit.column.who'), cell: ({ admin_name }) => admin_name ?? t('audit.the_node') },
    {
      id: 'action',
      header: t('audit.column.action'),
      isRowHeader: true,
      cell: ({ action }) => actionText(action),
    },
    {
      id: 'target',
      isText: true,
      header: t('audit.column.target'),
      cell: ({ target_name, target_type, target_id }) => (
        <TwoLines second={targetText(target_type, target_id)}>{target_name ?? target_id}</TwoLines>
      ),
    },
    {
      id: 'details',
      isText: true,
      header: t('audit.column.details'),
      cell: ({ metadata }) => (
        <dl className={classes['details']}>
          {listDetails(metadata).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ),
    },
  ];
}

/** What admins did, and what exactly changed by it. */
export function AuditView() {
  const { t } = useTranslation(['admin-records', 'admin']);
  const people = useConsole((state) => state.people);
  const [action, setAction] = useState('');
  const [adminId, setAdminId] = useState('');
  const pages = usePages(recordCalls.audit, {
    ...(action === '' ? {} : { action }),
    ...(adminId === '' ? {} : { admin_id: Number(adminId) }),
  });
  const columns = useColumns();
  const all = { value: '', label: t('admin:everything') };
  const admins = people.filter(({ role }) => role !== 'agent');
  return (
    <Page
      title={t('admin:section.audit')}
      description={t('admin-records:audit.description')}
      toolbar={
        <>
          <NativeSelect
            size="xs"
            label={t('admin-records:audit.filter_action')}
            value={action}
            onChange={(event) => setAction(event.currentTarget.value)}
            data={[
              all,
              ...(pages.first?.actions ?? []).map((value) => ({ value, label: actionText(value) })),
            ]}
          />
          <NativeSelect
            size="xs"
            label={t('admin-records:audit.filter_admin')}
            value={adminId}
            onChange={(event) => setAdminId(event.currentTarget.value)}
            data={[all, ...admins.map(({ id, full_name }) => ({ value: String(id), label: full_name }))]}
          />
        </>
      }
    >
      <PagedTable
        pages={pages}
        label={t('admin-records:audit.label')}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{
          icon: IconHistory,
          title: t('admin-records:audit.empty.title'),
          text: t('admin-records:audit.empty.text'),
        }}
      />
    </Page>
  );
}
