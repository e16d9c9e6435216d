import { useAdminParams } from '../../store/use-admin-params.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { FilterSelect } from '../../ui/admin/filter-fields.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { botReportCall } from './bot-calls.ts';
import { CommonQuestions, DayChart, ReportTiles } from './bot-report.tsx';
import { ConversationTable } from './conversation-table.tsx';

const periods = ['7', '30', '90', '365'] as const;
const states = ['bot', 'handed_over'] as const;

/** How the bot does: figures, what it lacks, and its conversations. */
export function BotView() {
  const t = wordsOf(['admin-bot', 'admin']);
  const { params, change } = useAdminParams('bot');
  const days = Number(periods.find((each) => each === params['days']) ?? '30');
  const state = states.find((each) => each === params['state']) ?? '';
  const answered = useAnswer(botReportCall, { query: { days } });
  return (
    <Page
      title={t('admin:section.bot')}
      description={t('admin-bot:description')}
      toolbar={
        <>
          <FilterSelect
            isRequired
            label={t('admin-bot:period')}
            value={String(days)}
            values={periods.map(String)}
            wordOf={(each) => t('admin-bot:days', { count: Number(each) })}
            onChange={(each) => change({ days: each })}
          />
          <FilterSelect
            label={t('admin-bot:state')}
            value={state}
            values={states}
            wordOf={(each) => t(`admin-bot:states.${each}`)}
            onChange={(each) => change({ state: each })}
          />
        </>
      }
    >
      <AnswerState {...answered}>
        {(report) => (
          <>
            <ReportTiles report={report} days={days} />
            <DayChart report={report} days={days} />
            <CommonQuestions report={report} days={days} />
          </>
        )}
      </AnswerState>
      <ConversationTable
        days={days}
        state={state}
        params={params}
        isAskedFor={answered.value !== null && params['show'] === 'conversations'}
        onChange={change}
      />
    </Page>
  );
}
