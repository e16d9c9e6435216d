import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import { recordCalls, type AuditEntry } from '#shared/protocol/admin/records.ts';
import { useConsole } from '../../store/store-context.tsx';
import { useAdminParams, type AdminParams } from '../../store/use-admin-params.ts';
import { useExport } from '../../store/use-export.ts';
import { usePages } from '../../store/use-pages.ts';
import type { Column } from '../../ui/admin/data-table.tsx';
import { ExportButton } from '../../ui/admin/export-button.tsx';
import { FilterSelect } from '../../ui/admin/filter-fields.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { PagedTable } from '../../ui/admin/paged-table.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { OpenRow } from '../../ui/admin/row-name.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Removable } from '../../ui/removable.tsx';
import { exactTime } from '../../ui/time.ts';
import { actionText, kindText, targetText } from './action-text.ts';
import classes from './audit.module.css';
import { listDetails } from './list-details.ts';

function useColumns(onTarget: (entry: AuditEntry) => void): Column<AuditEntry>[] {
  const t = wordsOf('admin-records');
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
      cell: (entry) => (
        <OpenRow
          second={entry.target_name === null ? null : targetText(entry.target_type, entry.target_id)}
          title={t('audit.only_this')}
          onOpen={() => onTarget(entry)}
        >
          {entry.target_name ?? capitalised(targetText(entry.target_type, entry.target_id))}
        </OpenRow>
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

/** What an address asks of the log; what it leaves out asks for nothing. */
function filterOf({ action, admin_id, target_type, target_id }: AdminParams) {
  return {
    ...(action === undefined ? {} : { action }),
    ...(admin_id !== undefined && /^\d+$/.test(admin_id) ? { admin_id: Number(admin_id) } : {}),
    ...(target_type === undefined ? {} : { target_type }),
    ...(target_id === undefined ? {} : { target_id }),
  };
}

interface FiltersProps {
  params: AdminParams;
  /** What there are entries of; null until that is known. */
  known: { actions: readonly string[]; target_types: readonly string[] } | null;
  onChange: (changes: AdminParams) => void;
}

/** What stands in the address is offered, too, where the log has nothing of it. */
const withChosen = (values: readonly string[], chosen: string | undefined) =>
  chosen === undefined || values.includes(chosen) ? values : [...values, chosen];

function Filters({ params, known, onChange }: FiltersProps) {
  const t = wordsOf('admin-records');
  const people = useConsole((state) => state.people);
  const admins = people.filter(({ role }) => role !== 'agent');
  const { action = '', admin_id = '', target_type = '', target_id } = params;
  return (
    <>
      <FilterSelect
        label={t('audit.filter_action')}
        value={action}
        values={withChosen(known?.actions ?? [], params['action'])}
        wordOf={actionText}
        onChange={(value) => onChange({ action: value })}
      />
      <FilterSelect
        label={t('audit.filter_admin')}
        value={admin_id}
        values={admins.map(({ id }) => String(id))}
        wordOf={(id) => admins.find((each) => String(each.id) === id)?.full_name ?? id}
        onChange={(value) => onChange({ admin_id: value })}
      />
      <FilterSelect
        label={t('audit.filter_target')}
        value={target_type}
        values={withChosen(known?.target_types ?? [], params['target_type'])}
        wordOf={kindText}
        onChange={(value) => onChange({ target_type: value, target_id: '' })}
      />
      {target_id === undefined ? null : (
        <Removable isAccented label={t('audit.all_targets')} onRemove={() => onChange({ target_id: '' })}>
          {targetText(target_type, target_id)}
        </Removable>
      )}
    </>
  );
}

/** What admins did, and what exactly changed by it. */
export function AuditView() {
  const t = wordsOf(['admin-records', 'admin']);
  const { params, change } = useAdminParams('audit');
  const save = useExport();
  const filter = filterOf(params);
  const pages = usePages(recordCalls.audit, filter);
  const columns = useColumns(({ target_type, target_id }) => change({ target_type, target_id }));
  return (
    <Page
      title={t('admin:section.audit')}
      description={t('admin-records:audit.description')}
      actions={<ExportButton isWide onExport={() => save(exportCalls.audit, 'audit', filter)} />}
      toolbar={<Filters params={params} known={pages.first} onChange={change} />}
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
