import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { useConsole } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { botReportCall } from './bot-calls.ts';
import { CommonQuestions, DayChart, ReportTiles } from './bot-report.tsx';
import { ConversationTable, type ConversationState } from './conversation-table.tsx';

const nothing: Readonly<Record<string, string>> = {};
const periods = ['7', '30', '90', '365'] as const;
const states = ['bot', 'handed_over'] as const satisfies ConversationState[];

/** How the bot does: figures, what it lacks, and its conversations. */
export function BotView() {
  const { t } = useTranslation(['admin-bot', 'admin']);
  const params = useConsole((state) => state.adminPlace?.params ?? nothing);
  const days = Number(periods.find((each) => each === params['days']) ?? '30');
  const state = states.find((each) => each === params['state']) ?? null;
  const answered = useAnswer(botReportCall, { query: { days } });
  const go = (name: string) => (event: { currentTarget: { value: string } }) => {
    window.location.hash = formatAdminPlace('bot', { ...params, [name]: event.currentTarget.value });
  };
  return (
    <Page
      title={t('admin:section.bot')}
      description={t('admin-bot:description')}
      toolbar={
        <>
          <NativeSelect
            size="xs"
            label={t('admin-bot:period')}
            value={String(days)}
            onChange={go('days')}
            data={periods.map((value) => ({ value, label: t('admin-bot:days', { count: Number(value) }) }))}
          />
          <NativeSelect
            size="xs"
            label={t('admin-bot:state')}
            value={state ?? ''}
            onChange={go('state')}
            data={[
              { value: '', label: t('admin:everything') },
              ...states.map((value) => ({ value, label: t(`admin-bot:states.${value}`) })),
            ]}
          />
        </>
      }
    >
      <AnswerState {...answered}>
        {(report) => (
          <>
            <ReportTiles report={report} days={days} />
            <DayChart report={report} days={days} />
            <CommonQuestions report={report} />
          </>
        )}
      </AnswerState>
      <ConversationTable state={state} />
    </Page>
  );
}
