import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import { useEffect } from 'react';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import { healthCalls, logLevels, type LogEntry } from '#shared/protocol/admin/health.ts';
import { useAdminParams } from '../../store/use-admin-params.ts';
import { useExport } from '../../store/use-export.ts';
import { usePages } from '../../store/use-pages.ts';
import type { Column } from '../../ui/admin/data-table.tsx';
import { ExportButton } from '../../ui/admin/export-button.tsx';
import { FilterSelect } from '../../ui/admin/filter-fields.tsx';
import { Section } from '../../ui/admin/page.tsx';
import { PagedTable } from '../../ui/admin/paged-table.tsx';
import { Tag, type Tone } from '../../ui/admin/tag.tsx';
import { words, wordsOf } from '../../ui/i18n/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import classes from './health.module.css';

/** The parts of the node that write into its log. */
const logParts = ['node', 'http', 'health_monitor', 'alerts', 'bot', 'inbound'] as const;

function levelText(level: string): string {
  const known = logLevels.find((each) => each === level);
  return known === undefined ? level : words(`admin-health:levels.${known}`);
}

function partText(component: string): string {
  const known = logParts.find((each) => each === component);
  return known === undefined ? component : words(`admin-health:parts.${known}`);
}

const toneByLevel: Readonly<Record<string, Tone>> = {
  WARNING: 'amber',
  ERROR: 'red',
  CRITICAL: 'red',
  INFO: 'blue',
};

function useColumns(): Column<LogEntry>[] {
  const t = wordsOf('admin-health');
  return [
    { id: 'when', header: t('column.when'), cell: ({ at }) => exactTime(at), width: '170px' },
    {
      id: 'level',
      header: t('column.level'),
      width: '100px',
      cell: ({ level }) => <Tag tone={toneByLevel[level] ?? 'grey'}>{levelText(level)}</Tag>,
    },
    { id: 'component', header: t('column.component'), cell: ({ component }) => partText(component) },
    {
      id: 'message',
      header: t('column.message'),
      isRowHeader: true,
      cell: ({ message, metadata }) => (
        <span className={classes['message']}>
          {message}
          {Object.keys(metadata).length === 0 ? null : <code>{JSON.stringify(metadata)}</code>}
        </span>
      ),
    },
  ];
}

/**
 * The node's own log, newest first; the first page is renewed while nobody reads on.
 * @param isAskable whether what stands above it is here: it is brought into sight no earlier
 */
export function LogTable({ isAskable }: { isAskable: boolean }) {
  const t = wordsOf('admin-health');
  const { params, change } = useAdminParams('health');
  const save = useExport();
  const level = logLevels.find((each) => each === params['level']) ?? '';
  const component = logParts.find((each) => each === params['component']) ?? '';
  const filter = { ...(level === '' ? {} : { level }), ...(component === '' ? {} : { component }) };
  const pages = usePages(healthCalls.log, filter);
  const { reload } = pages;
  const isFirstPage = pages.items !== null && pages.items.length <= 50;
  useEffect(() => {
    if (!isFirstPage) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, 15_000);
    return () => clearInterval(timer);
  }, [isFirstPage, reload]);
  const columns = useColumns();
  return (
    <Section
      title={t('log')}
      askedBy={isAskable && params['show'] === 'log' ? params : null}
      actions={
        <>
          <FilterSelect
            isBare
            label={t('level')}
            value={level}
            values={logLevels}
            wordOf={(each) => t(`levels.${each}`)}
            onChange={(each) => change({ level: each, show: '' })}
          />
          <FilterSelect
            isBare
            label={t('part')}
            value={component}
            values={logParts}
            wordOf={(each) => t(`parts.${each}`)}
            onChange={(each) => change({ component: each, show: '' })}
          />
          <ExportButton onExport={() => save(exportCalls.log, 'log', filter)} />
        </>
      }
    >
      <PagedTable
        pages={pages}
        label={t('log')}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ icon: IconFileText, title: t('no_log.title'), text: t('no_log.text') }}
      />
    </Section>
  );
}
