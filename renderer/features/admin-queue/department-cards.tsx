import type { QueueOfDepartment } from '#shared/protocol/admin/queue.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { Frame } from '../../ui/admin/frame.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import { duration } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './queue.module.css';

/** Why nothing moves, or how much could. */
function useRoom({ agents, available, free }: QueueOfDepartment): { text: string; isStuck: boolean } {
  const t = wordsOf('admin-queue');
  if (agents === 0) return { text: t('department.nobody'), isStuck: true };
  if (available === 0) return { text: t('department.all_away'), isStuck: true };
  if (free === 0) return { text: t('department.full'), isStuck: true };
  return { text: t('department.room', { count: free }), isStuck: false };
}

function DepartmentCard({ queue }: { queue: QueueOfDepartment }) {
  const t = wordsOf('admin-queue');
  const now = useNow();
  const { text, isStuck } = useRoom(queue);
  const { department, waiting, oldest_since, agents, available } = queue;
  return (
    <Frame as="li" className={classes['card']} data-stuck={(isStuck && waiting > 0) || undefined}>
      <span className={classes['department']}>{categoryWord(department)}</span>
      <span className={classes['count']}>
        <FigureLink
          href={formatAdminPlace('tickets', { is_open: 'yes', assignee_id: 0, category: department })}
        >
          {t('department.waiting', { count: waiting })}
        </FigureLink>
      </span>
      <span className={classes['detail']}>
        {oldest_since === null ? ' ' : t('department.since', { time: duration(now - oldest_since) })}
      </span>
      <span className={classes['room']}>{text}</span>
      <span className={classes['detail']}>
        {agents === 0 ? ' ' : t('department.available', { available, agents })}
      </span>
    </Frame>
  );
}

/** How much waits for each department, and who could take it. */
export function DepartmentCards({ departments }: { departments: readonly QueueOfDepartment[] }) {
  return (
    <ul className={classes['cards']}>
      {departments.map((queue) => (
        <DepartmentCard key={queue.department} queue={queue} />
      ))}
    </ul>
  );
}
