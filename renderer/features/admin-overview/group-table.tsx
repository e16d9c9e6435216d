import { SegmentedControl } from '@mantine/core';
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import { useState } from 'react';
import type { z } from 'zod';
import type { Department } from '#shared/model/department.ts';
import type { Source } from '#shared/model/ticket.ts';
import {
  exportFiguresCall,
  figureCalls,
  groupings,
  type FigureName,
  type Figures,
  type FigureScope,
  type Grouping,
  type SlaFigures,
} from '#shared/protocol/admin/figures.ts';
import { useExport } from '../../store/use-export.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { ExportButton } from '../../ui/admin/export-button.tsx';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure, share } from '../../ui/admin/figures.ts';
import { Section } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, sourceWord } from '../../ui/tickets/words.ts';
import { duration } from '../../ui/time.ts';
import { ticketHref } from './ticket-href.ts';
import classes from './overview.module.css';

type Group = z.output<typeof figureCalls.groups.answer>['groups'][number];

/** The part of the desk that a group is. */
function scopeOfGroup(scope: FigureScope, by: Grouping, key: string): FigureScope {
  switch (by) {
    case 'agent':
      return { ...scope, assignee_id: Number(key) };
    case 'category':
      return { ...scope, category: key as Department };
    case 'channel':
      return { ...scope, source: key as Source };
  }
}

const metShare = ({ met, missed }: SlaFigures): number | null =>
  met + missed === 0 ? null : met / (met + missed);

interface GroupFigure {
  id: string;
  opens: FigureName;
  read: (figures: Figures) => number | null;
  show: (value: number) => string;
}

const count = (value: number): string => figure(value);

/** Each with the tickets that it opens; of a share, those that missed what was promised. */
const groupFigures = [
  { id: 'created', opens: 'created', read: ({ created }) => created, show: count },
  { id: 'ended', opens: 'ended', read: ({ ended }) => ended, show: count },
  {
    id: 'response_p50',
    opens: 'answered',
    read: ({ first_response }) => first_response.p50,
    show: duration,
  },
  {
    id: 'response_p90',
    opens: 'answered',
    read: ({ first_response }) => first_response.p90,
    show: duration,
  },
  {
    id: 'resolution_p50',
    opens: 'resolved',
    read: ({ resolution }) => resolution.p50,
    show: duration,
  },
  {
    id: 'resolution_p90',
    opens: 'resolved',
    read: ({ resolution }) => resolution.p90,
    show: duration,
  },
  {
    id: 'response_sla',
    opens: 'response_missed',
    read: ({ response_sla }) => metShare(response_sla),
    show: share,
  },
  {
    id: 'resolution_sla',
    opens: 'resolution_missed',
    read: ({ resolution_sla }) => metShare(resolution_sla),
    show: share,
  },
  {
    id: 'rating',
    opens: 'rated',
    read: ({ rating }) => rating.mean,
    show: (value) => figure(value, 1),
  },
] as const satisfies readonly GroupFigure[];

function useColumns(scope: FigureScope, by: Grouping): Column<Group>[] {
  const t = wordsOf('admin-overview');
  const nameOf = ({ key, name }: Group): string => {
    if (by === 'category') return categoryWord(key as Department);
    if (by === 'channel') return sourceWord(key as Source);
    return name ?? t('nobody');
  };
  const figures = groupFigures.map(({ id, opens, read, show }): Column<Group> => ({
    id,
    header: t(`column.${id}`),
    isFigure: true,
    sortBy: ({ figures }) => read(figures),
    cell: ({ key, figures }) => {
      const value = read(figures);
      if (value === null) return '–';
      return <FigureLink href={ticketHref(opens, scopeOfGroup(scope, by, key))}>{show(value)}</FigureLink>;
    },
  }));
  return [{ id: 'name', header: t(`by.${by}`), isRowHeader: true, sortBy: nameOf, cell: nameOf }, ...figures];
}

/** The same figures for each agent, category or channel. */
export function GroupTable({ scope }: { scope: FigureScope }) {
  const t = wordsOf('admin-overview');
  const [by, setBy] = useState<Grouping>('agent');
  const save = useExport();
  const answered = useAnswer(figureCalls.groups, { query: { ...scope, by } });
  const columns = useColumns(scope, by);
  return (
    <Section
      title={t('compare')}
      actions={
        <span className={classes['tools']}>
          <SegmentedControl
            size="xs"
            aria-label={t('compare')}
            value={by}
            onChange={(value) => setBy(groupings.find((each) => each === value) ?? 'agent')}
            data={groupings.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
          <ExportButton onExport={() => save(exportFiguresCall, by, { ...scope, table: by })} />
        </span>
      }
    >
      <AnswerState {...answered}>
        {({ groups }) => (
          <DataTable
            key={by}
            label={t('compare')}
            columns={columns}
            rows={groups}
            rowKey={({ key }) => key}
            empty={{ icon: IconChartBar, title: t('empty.title'), text: t('empty.text') }}
          />
        )}
      </AnswerState>
    </Section>
  );
}
