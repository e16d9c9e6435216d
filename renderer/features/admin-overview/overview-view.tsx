import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { departments } from '#shared/model/department.ts';
import { sources } from '#shared/model/ticket.ts';
import { figureCalls } from '#shared/protocol/admin/figures.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { useConsole } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { categoryWord, sourceWord } from '../../ui/tickets/words.ts';
import { useNow } from '../../ui/use-now.ts';
import { DayCharts } from './day-charts.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { GroupTable } from './group-table.tsx';
import { periodOf, periods, scopeBefore, scopeOf, type ScopeParams } from './period.ts';
import { RatingCard } from './rating-card.tsx';
import { SlaCards } from './sla-cards.tsx';
import classes from './overview.module.css';

const nothing: ScopeParams = {};
const refreshMs = 60_000;

function Filters({ params }: { params: ScopeParams }) {
  const { t } = useTranslation(['admin-overview', 'admin']);
  const people = useConsole((state) => state.people);
  const all = { value: '', label: t('admin:everything') };
  const select = (name: string) => ({
    size: 'xs' as const,
    value: params[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => {
      window.location.hash = formatAdminPlace('overview', { ...params, [name]: event.currentTarget.value });
    },
  });
  return (
    <>
      <NativeSelect
        label={t('admin-overview:period')}
        data={periods.map((value) => ({ value, label: t('admin-overview:days', { count: Number(value) }) }))}
        {...select('days')}
        value={periodOf(params)}
      />
      <NativeSelect
        label={t('admin-overview:by.category')}
        data={[all, ...departments.map((value) => ({ value, label: categoryWord(value) }))]}
        {...select('category')}
      />
      <NativeSelect
        label={t('admin-overview:by.channel')}
        data={[all, ...sources.map((value) => ({ value, label: sourceWord(value) }))]}
        {...select('source')}
      />
      <NativeSelect
        label={t('admin-overview:by.agent')}
        data={[
          all,
          { value: '0', label: t('admin-overview:nobody') },
          ...people.map(({ id, full_name }) => ({ value: String(id), label: full_name })),
        ]}
        {...select('assignee_id')}
      />
    </>
  );
}

/** How the desk does. Every number says how it is counted and opens the tickets behind it. */
export function OverviewView() {
  const { t } = useTranslation(['admin-overview', 'admin']);
  const params = useConsole((state) => state.adminPlace?.params ?? nothing);
  const minute = Math.floor(useNow(refreshMs) / refreshMs) * refreshMs;
  const scope = useMemo(
    () => scopeOf(params, minute, Intl.DateTimeFormat().resolvedOptions().timeZone),
    [params, minute],
  );
  const answered = useAnswer(figureCalls.overview, { query: scope });
  const before = useAnswer(figureCalls.overview, { query: scopeBefore(scope) });
  return (
    <Page
      title={t('admin:section.overview')}
      description={t('admin-overview:description')}
      toolbar={<Filters params={params} />}
    >
      <AnswerState {...answered}>
        {(overview) => (
          <>
            <FigureTiles overview={overview} before={before.value} scope={scope} />
            <DayCharts days={overview.days} scope={scope} />
            <div className={classes['columns']}>
              <SlaCards figures={overview.figures} scope={scope} />
              <RatingCard rating={overview.figures.rating} scope={scope} />
            </div>
            <GroupTable scope={scope} />
          </>
        )}
      </AnswerState>
    </Page>
  );
}
