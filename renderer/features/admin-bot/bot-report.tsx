import { Button } from '@mantine/core';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import { useExport } from '../../store/use-export.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { Card, Cards } from '../../ui/admin/card.tsx';
import { ChartCard } from '../../ui/admin/charts/chart-card.tsx';
import { LazyTimeChart } from '../../ui/admin/charts/lazy-time-chart.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { ExportButton } from '../../ui/admin/export-button.tsx';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure, share } from '../../ui/admin/figures.ts';
import { StatTile, StatTiles } from '../../ui/admin/stat-tile.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { dayOfMonth } from '../../ui/time.ts';
import type { BotReport } from './bot-calls.ts';
import { fillDays } from './fill-days.ts';
import classes from './bot.module.css';

/** The rows behind the figures are the conversations further down. */
const conversationsHref = (days: number, more: Readonly<Record<string, string | number>> = {}) =>
  formatAdminPlace('bot', { days, show: 'conversations', ...more });

export function ReportTiles({ report, days }: { report: BotReport; days: number }) {
  const t = wordsOf('admin-bot');
  const { queries, conversations, escalated, escalation_rate, avg_confidence, avg_response_ms } = report;
  return (
    <StatTiles>
      <StatTile
        name={t('figure.queries')}
        formula={t('formula.queries')}
        value={figure(queries)}
        href={conversationsHref(days)}
      />
      <StatTile
        name={t('figure.conversations')}
        formula={t('formula.conversations')}
        value={figure(conversations)}
        href={conversationsHref(days)}
      />
      <StatTile
        name={t('figure.escalation')}
        formula={t('formula.escalation')}
        value={share(escalation_rate / 100)}
        href={conversationsHref(days, { state: 'handed_over' })}
        detail={t('handed_over', { count: escalated })}
      />
      <StatTile
        name={t('figure.confidence')}
        formula={t('formula.confidence')}
        value={avg_confidence === null ? '–' : share(avg_confidence)}
        href={conversationsHref(days)}
      />
      <StatTile
        name={t('figure.response')}
        formula={t('formula.response')}
        value={avg_response_ms === null ? '–' : t('ms', { value: figure(avg_response_ms) })}
        href={conversationsHref(days)}
      />
    </StatTiles>
  );
}

type Day = ReturnType<typeof fillDays>[number];

export function DayChart({ report, days }: { report: BotReport; days: number }) {
  const t = wordsOf('admin-bot');
  const save = useExport();
  const points = fillDays(report.by_day, days, Date.now());
  const columns: Column<Day>[] = [
    {
      id: 'day',
      header: t('day'),
      isRowHeader: true,
      sortBy: ({ at }) => at,
      cell: ({ at }) => dayOfMonth(at),
    },
    ...(['queries', 'escalated'] as const).map((id): Column<Day> => ({
      id,
      header: t(id),
      isFigure: true,
      sortBy: (day) => day[id],
      cell: (day) => figure(day[id]),
    })),
  ];
  return (
    <ChartCard
      title={t('by_day')}
      formula={t('formula.day')}
      actions={<ExportButton onExport={() => save(exportCalls.bot, 'bot', { days })} />}
      chart={
        <LazyTimeChart
          points={points}
          series={[
            { key: 'queries', name: t('queries'), tone: 'accent', isFilled: true },
            { key: 'escalated', name: t('escalated'), tone: 'orange' },
          ]}
          formatTime={dayOfMonth}
          formatValue={(value) => figure(value)}
        />
      }
      table={
        <DataTable
          label={t('by_day')}
          columns={columns}
          rows={points}
          rowKey={({ at }) => at}
          initialSort={{ id: 'day', isDescending: true }}
          empty={null}
        />
      }
    />
  );
}

/** What the FAQ lacks, and what it is used for. */
export function CommonQuestions({ report, days }: { report: BotReport; days: number }) {
  const t = wordsOf('admin-bot');
  return (
    <Cards>
      <Card title={t('unanswered')}>
        <p className={classes['hint']}>{t('unanswered_hint')}</p>
        {report.unanswered.length === 0 ? <p className={classes['hint']}>{t('no_unanswered')}</p> : null}
        <ul className={classes['questions']}>
          {report.unanswered.map(({ query, times }) => (
            <li key={query}>
              <span className={classes['query']}>{query}</span>
              <FigureLink href={conversationsHref(days, { asked: query })}>
                {t('times', { count: times })}
              </FigureLink>
              <Button
                component="a"
                size="compact-xs"
                variant="default"
                href={formatAdminPlace('faq', { question: query, answer: ' ' })}
              >
                {t('make_faq')}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('top_answers')}>
        {report.top_answers.length === 0 ? <p className={classes['hint']}>{t('no_answers')}</p> : null}
        <ul className={classes['questions']}>
          {report.top_answers.map(({ faq_id, question, times }) => (
            <li key={faq_id}>
              <span className={classes['query']}>{question}</span>
              <FigureLink href={conversationsHref(days, { faq_id })}>
                {t('times', { count: times })}
              </FigureLink>
            </li>
          ))}
        </ul>
      </Card>
    </Cards>
  );
}
