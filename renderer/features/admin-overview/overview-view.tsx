import { useMemo } from 'react';
import { departments } from '#shared/model/department.ts';
import { sources } from '#shared/model/ticket.ts';
import { figureCalls } from '#shared/protocol/admin/figures.ts';
import { useConsole } from '../../store/store-context.tsx';
import { useAdminParams } from '../../store/use-admin-params.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { Cards } from '../../ui/admin/card.tsx';
import { FilterSelect } from '../../ui/admin/filter-fields.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, sourceWord } from '../../ui/tickets/words.ts';
import { useNow } from '../../ui/use-now.ts';
import { DayCharts } from './day-charts.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { GroupTable } from './group-table.tsx';
import { periodOf, periods, scopeBefore, scopeOf, type ScopeParams } from './period.ts';
import { RatingCard } from './rating-card.tsx';
import { SlaCards } from './sla-cards.tsx';

const refreshMs = 60_000;

function Filters({ params, onChange }: { params: ScopeParams; onChange: (changes: ScopeParams) => void }) {
  const t = wordsOf('admin-overview');
  const people = useConsole((state) => state.people);
  const nameById = new Map(people.map(({ id, full_name }) => [String(id), full_name]));
  return (
    <>
      <FilterSelect
        isRequired
        label={t('period')}
        value={periodOf(params)}
        values={periods}
        wordOf={(days) => t('days', { count: Number(days) })}
        onChange={(days) => onChange({ days })}
      />
      <FilterSelect
        label={t('by.category')}
        value={departments.find((each) => each === params['category']) ?? ''}
        values={departments}
        wordOf={categoryWord}
        onChange={(category) => onChange({ category })}
      />
      <FilterSelect
        label={t('by.channel')}
        value={sources.find((each) => each === params['source']) ?? ''}
        values={sources}
        wordOf={sourceWord}
        onChange={(source) => onChange({ source })}
      />
      <FilterSelect
        label={t('by.agent')}
        value={params['assignee_id'] ?? ''}
        values={['0', ...nameById.keys()]}
        wordOf={(id) => nameById.get(id) ?? t('nobody')}
        onChange={(assignee_id) => onChange({ assignee_id })}
      />
    </>
  );
}

/** How the desk does. Every number says how it is counted and opens the tickets behind it. */
export function OverviewView() {
  const t = wordsOf(['admin-overview', 'admin']);
  const { params, change } = useAdminParams('overview');
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
      toolbar={<Filters params={params} onChange={change} />}
    >
      <AnswerState {...answered}>
        {(overview) => (
          <>
            <FigureTiles overview={overview} before={before.value} scope={scope} />
            <DayCharts days={overview.days} scope={scope} />
            <Cards>
              <SlaCards figures={overview.figures} scope={scope} />
              <RatingCard rating={overview.figures.rating} scope={scope} />
            </Cards>
            <GroupTable scope={scope} />
          </>
        )}
      </AnswerState>
    </Page>
  );
}
