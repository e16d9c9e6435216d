import { useState } from 'react';
import { healthCalls, type Health, type HealthAlert } from '#shared/protocol/admin/health.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { useAdminParams } from '../../store/use-admin-params.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { FilterSelect } from '../../ui/admin/filter-fields.tsx';
import { Page, Section } from '../../ui/admin/page.tsx';
import { StatTile, StatTiles } from '../../ui/admin/stat-tile.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { duration } from '../../ui/time.ts';
import { AlertTable } from './alert-table.tsx';
import { LoadChart } from './load-chart.tsx';
import { LogTable } from './log-table.tsx';

const refreshMs = 10_000;

const spans = [
  { hours: '1', word: 'last_hour' },
  { hours: '24', word: 'last_day' },
  { hours: '168', word: 'last_week' },
  { hours: '720', word: 'last_month' },
] as const;

const alertChoices = ['open', 'cpu_usage', 'memory_usage', 'disk_usage'] as const;
type AlertChoice = (typeof alertChoices)[number];

const percentText = (value: number): string => `${Math.round(value)}%`;

/** Worth a look from 80 percent on; the node's own alerts begin at 90. */
const toneOf = (percent: number) => (percent >= 90 ? 'bad' : percent >= 80 ? 'warning' : 'plain');

/** Each opens what is known of it further down: its alerts, or what the node wrote. */
const alertsHref = (alert: AlertChoice) => formatAdminPlace('health', { show: 'alerts', alert });

function Figures({ now, version }: Pick<Health, 'now' | 'version'>) {
  const t = wordsOf('admin-health');
  const { cpu_percent, memory_percent, disk_percent, uptime_seconds, open_alerts, open_tickets } = now;
  const load = [
    { name: 'cpu', percent: cpu_percent, alert: 'cpu_usage' },
    { name: 'memory', percent: memory_percent, alert: 'memory_usage' },
    { name: 'disk', percent: disk_percent, alert: 'disk_usage' },
  ] as const;
  return (
    <StatTiles>
      {load.map(({ name, percent, alert }) => (
        <StatTile
          key={name}
          name={t(name)}
          formula={t(`formula.${name}`)}
          value={percentText(percent)}
          href={alertsHref(alert)}
          tone={toneOf(percent)}
        />
      ))}
      <StatTile
        name={t('uptime')}
        formula={t('formula.uptime')}
        value={duration(uptime_seconds * 1000)}
        href={formatAdminPlace('health', { show: 'log', component: 'node' })}
        detail={t('version', { version })}
      />
      <StatTile
        name={t('open_alerts')}
        formula={t('formula.open_alerts')}
        value={figure(open_alerts)}
        href={alertsHref('open')}
        tone={open_alerts === 0 ? 'good' : 'bad'}
      />
      <StatTile
        name={t('open_tickets')}
        formula={t('formula.open_tickets')}
        value={figure(open_tickets)}
        href={formatAdminPlace('tickets', { is_open: 'yes' })}
      />
    </StatTiles>
  );
}

/** The alerts, all of them or those of one kind. */
function Alerts({ alerts }: { alerts: readonly HealthAlert[] }) {
  const t = wordsOf('admin-health');
  const { params, change } = useAdminParams('health');
  const chosen = alertChoices.find((each) => each === params['alert']) ?? '';
  const fitting = alerts.filter(
    ({ type, resolved_at }) => chosen === '' || (chosen === 'open' ? resolved_at === null : type === chosen),
  );
  return (
    <Section
      title={t('alerts')}
      askedBy={params['show'] === 'alerts' ? params : null}
      actions={
        <FilterSelect
          isBare
          label={t('which_alerts')}
          value={chosen}
          values={alertChoices}
          wordOf={(each) => (each === 'open' ? t('open_alerts') : t(`alert.${each}`))}
          onChange={(alert) => change({ alert, show: '' })}
        />
      }
    >
      <AlertTable alerts={fitting} />
    </Section>
  );
}

/** How the computer does that the node runs on: figures, alerts and the log, live. */
export function HealthView() {
  const t = wordsOf(['admin-health', 'admin']);
  const [hours, setHours] = useState<(typeof spans)[number]['hours']>('24');
  const answered = useAnswer(healthCalls.read, { query: { hours } }, { everyMs: refreshMs });
  return (
    <Page title={t('admin:section.health')} description={t('admin-health:description')}>
      <AnswerState {...answered}>
        {({ now, version, history, alerts }) => (
          <>
            <Figures now={now} version={version} />
            <LoadChart
              history={history}
              hours={Number(hours)}
              actions={
                <FilterSelect
                  isBare
                  isRequired
                  label={t('admin-health:hours')}
                  value={hours}
                  values={spans.map((span) => span.hours)}
                  wordOf={(each) =>
                    t(`admin-health:${spans.find((span) => span.hours === each)?.word ?? 'last_day'}`)
                  }
                  onChange={(each) => setHours(each === '' ? '24' : each)}
                />
              }
            />
            <Alerts alerts={alerts} />
          </>
        )}
      </AnswerState>
      <LogTable isAskable={answered.value !== null} />
    </Page>
  );
}
