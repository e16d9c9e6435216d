import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { healthCalls, type Health } from '#shared/protocol/admin/health.ts';
import { formatRoute } from '../../store/route.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { Page, Section } from '../../ui/admin/page.tsx';
import { StatTile, StatTiles } from '../../ui/admin/stat-tile.tsx';
import { duration } from '../../ui/time.ts';
import { AlertTable } from './alert-table.tsx';
import { LoadChart } from './load-chart.tsx';
import { LogTable } from './log-table.tsx';

const refreshMs = 10_000;

const spans = [
  { hours: 1, word: 'last_hour' },
  { hours: 24, word: 'last_day' },
  { hours: 168, word: 'last_week' },
  { hours: 720, word: 'last_month' },
] as const;

const percentText = (value: number): string => `${Math.round(value)}%`;

/** Worth a look from 80 percent on; the node's own alerts begin at 90. */
const toneOf = (percent: number) => (percent >= 90 ? 'bad' : percent >= 80 ? 'warning' : 'plain');

function Figures({ now, version }: Pick<Health, 'now' | 'version'>) {
  const { t } = useTranslation('admin-health');
  return (
    <StatTiles>
      <StatTile name={t('cpu')} value={percentText(now.cpu_percent)} tone={toneOf(now.cpu_percent)} />
      <StatTile
        name={t('memory')}
        value={percentText(now.memory_percent)}
        tone={toneOf(now.memory_percent)}
      />
      <StatTile name={t('disk')} value={percentText(now.disk_percent)} tone={toneOf(now.disk_percent)} />
      <StatTile
        name={t('uptime')}
        value={duration(now.uptime_seconds * 1000)}
        detail={t('version', { version })}
      />
      <StatTile
        name={t('open_alerts')}
        value={String(now.open_alerts)}
        tone={now.open_alerts === 0 ? 'good' : 'bad'}
      />
      <StatTile
        name={t('open_tickets')}
        value={String(now.open_tickets)}
        href={formatRoute({ view: 'open', ticketUid: null })}
      />
    </StatTiles>
  );
}

/** How the computer does that the node runs on: figures, alerts and the log, live. */
export function HealthView() {
  const { t } = useTranslation(['admin-health', 'admin']);
  const [hours, setHours] = useState(24);
  const answered = useAnswer(healthCalls.read, { query: { hours } }, { everyMs: refreshMs });
  return (
    <Page title={t('admin:section.health')} description={t('admin-health:description')}>
      <AnswerState {...answered}>
        {({ now, version, history, alerts }) => (
          <>
            <Figures now={now} version={version} />
            <LoadChart
              history={history}
              hours={hours}
              actions={
                <NativeSelect
                  size="xs"
                  aria-label={t('admin-health:hours')}
                  value={String(hours)}
                  onChange={(event) => setHours(Number(event.currentTarget.value))}
                  data={spans.map(({ hours: value, word }) => ({
                    value: String(value),
                    label: t(`admin-health:${word}`),
                  }))}
                />
              }
            />
            <Section title={t('admin-health:alerts')}>
              <AlertTable alerts={alerts} />
            </Section>
          </>
        )}
      </AnswerState>
      <LogTable />
    </Page>
  );
}
