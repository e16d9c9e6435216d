import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import type { TicketRow } from '#shared/model/ticket.ts';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { words } from '../../ui/i18n/i18n.ts';
import { clockTime, exactTime } from '../../ui/time.ts';
import { AttachedFile, type Attached } from './attached-file.tsx';
import { FromTicket } from './from-ticket.tsx';
import classes from './message.module.css';

/** A file that was put on the ticket without a word: the customer's on the left, ours on the right. */
export function LooseFile({ file, from }: { file: Attached; from: TicketRow | null }) {
  const people = useConsole((state) => state.people);
  const { uploaded_by, visibility, created_at } = file.row;
  const isOurs = people.some((person) => person.id === uploaded_by);
  const name = uploaded_by !== null && isOurs ? nameOfPerson(people)(uploaded_by) : words('tickets:customer');
  const isNote = visibility === 'staff';
  return (
    <article
      className={classes['message']}
      data-kind={isNote ? 'note' : isOurs ? 'us' : 'customer'}
      aria-label={words('files:by', { name })}
    >
      <header className={classes['head']}>
        <span className={classes['name']}>{name}</span>
        {isNote ? (
          <span className={classes['tag']} data-note>
            <IconLock aria-hidden size={12} stroke={2.25} /> {words('ticket:internal_note')}
          </span>
        ) : null}
        <FromTicket ticket={from} />
        <time
          className={classes['time']}
          dateTime={new Date(created_at).toISOString()}
          title={exactTime(created_at)}
        >
          {clockTime(created_at)}
        </time>
      </header>
      <AttachedFile file={file} />
    </article>
  );
}
