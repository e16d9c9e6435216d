import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { healthCalls, logLevels, type LogEntry } from '#shared/protocol/admin/health.ts';
import { usePages } from '../../store/use-pages.ts';
import type { Column } from '../../ui/admin/data-table.tsx';
import { FilterSelect } from '../../ui/admin/filter-fields.tsx';
import { Section } from '../../ui/admin/page.tsx';
import { PagedTable } from '../../ui/admin/paged-table.tsx';
import { Tag, type Tone } from '../../ui/admin/tag.tsx';
import { exactTime } from '../../ui/time.ts';
import classes from './health.module.css';

type Level = (typeof logLevels)[number];

const toneByLevel: Readonly<Record<string, Tone>> = {
  WARNING: 'amber',
  ERROR: 'red',
  CRITICAL: 'red',
  INFO: 'blue',
};

function useColumns(): Column<LogEntry>[] {
  const { t } = useTranslation('admin-health');
  return [
    { id: 'when', header: t('column.when'), cell: ({ at }) => exactTime(at), width: '170px' },
    {
      id: 'level',
      header: t('column.level'),
      width: '100px',
      cell: ({ level: own }) => <Tag tone={toneByLevel[own] ?? 'grey'}>{own}</Tag>,
    },
    { id: 'component', header: t('column.component'), cell: ({ component }) => component },
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

/** The node's own log, newest first; the first page is renewed while nobody reads on. */
export function LogTable() {
  const { t } = useTranslation('admin-health');
  const [level, setLevel] = useState<Level | ''>('');
  const pages = usePages(healthCalls.log, level === '' ? {} : { level });
  const isFirstPage = pages.items !== null && pages.items.length <= 50;
  const { reload } = pages;
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
      actions={
        <FilterSelect
          isBare
          label={t('level')}
          value={level}
          values={logLevels}
          wordOf={(each) => each}
          onChange={setLevel}
        />
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
