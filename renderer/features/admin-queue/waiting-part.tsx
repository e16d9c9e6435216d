import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { queueCalls } from '#shared/protocol/admin/queue.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { DepartmentCards } from './department-cards.tsx';
import { QueueTable } from './queue-table.tsx';
import classes from './queue.module.css';

const refreshMs = 10_000;

/** What waits for each department, who could take it, and the tickets themselves. */
export function WaitingPart() {
  const t = wordsOf('admin-queue');
  const answered = useAnswer(queueCalls.list, {}, { everyMs: refreshMs });
  return (
    <AnswerState {...answered}>
      {({ overdue, total, departments, tickets }) => (
        <>
          {overdue === 0 ? null : (
            <Notice tone="bad" role="alert">
              <IconAlertTriangle aria-hidden size={17} stroke={1.75} />
              {t('overdue', { count: overdue })}
            </Notice>
          )}
          <DepartmentCards departments={departments} />
          <QueueTable tickets={tickets} onAssigned={() => void answered.reload()} />
          {total > tickets.length ? (
            <p className={classes['more']}>{t('and_more', { count: total - tickets.length })}</p>
          ) : null}
        </>
      )}
    </AnswerState>
  );
}
