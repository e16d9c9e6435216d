import { NativeSelect } from '@mantine/core';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { healthCalls, logLevels, type LogEntry } from '#shared/protocol/admin/health.ts';
import { usePages } from '../../store/use-pages.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { Section } from '../../ui/admin/page.tsx';
import { Tag, type Tone } from '../../ui/admin/tag.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { exactTime } from '../../ui/time.ts';
import classes from './health.module.css';

type Level = (typeof logLevels)[number];

const toneByLevel: Readonly<Record<string, Tone>> = {
  WARNING: 'amber',
  ERROR: 'red',
  CRITICAL: 'red',
  INFO: 'blue',
};

/** The node's own log, newest first; the first page is renewed while nobody reads on. */
export function LogTable() {
  const { t } = useTranslation(['admin-health', 'admin']);
  const [level, setLevel] = useState<Level | ''>('');
  const { items, error, hasMore, isLoading, loadMore, reload } = usePages(
    healthCalls.log,
    level === '' ? {} : { level },
  );
  const isFirstPage = items !== null && items.length <= 50;
  useEffect(() => {
    if (!isFirstPage) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, 15_000);
    return () => clearInterval(timer);
  }, [isFirstPage, reload]);
  const columns: Column<LogEntry>[] = [
    { id: 'when', header: t('admin-health:column.when'), cell: ({ at }) => exactTime(at), width: '170px' },
    {
      id: 'level',
      header: t('admin-health:column.level'),
      width: '100px',
      cell: ({ level: own }) => <Tag tone={toneByLevel[own] ?? 'grey'}>{own}</Tag>,
    },
    { id: 'component', header: t('admin-health:column.component'), cell: ({ component }) => component },
    {
      id: 'message',
      header: t('admin-health:column.message'),
      isRowHeader: true,
      cell: ({ message, metadata }) => (
        <span className={classes['message']}>
          {message}
          {Object.keys(metadata).length === 0 ? null : <code>{JSON.stringify(metadata)}</code>}
        </span>
      ),
    },
  ];
  return (
    <Section
      title={t('admin-health:log')}
      actions={
        <NativeSelect
          size="xs"
          aria-label={t('admin-health:level')}
          value={level}
          onChange={(event) => setLevel(event.currentTarget.value as Level | '')}
          data={[
            { value: '', label: t('admin:everything') },
            ...logLevels.map((each) => ({ value: each, label: each })),
          ]}
        />
      }
    >
      <AnswerState value={items} error={error} reload={reload}>
        {(rows) => (
          <DataTable
            label={t('admin-health:log')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            more={hasMore ? { isLoading, onMore: loadMore } : null}
            empty={
              <EmptyState icon={IconFileText} title={t('admin-health:no_log.title')}>
                {t('admin-health:no_log.text')}
              </EmptyState>
            }
          />
        )}
      </AnswerState>
    </Section>
  );
}
