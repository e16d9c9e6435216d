import { ticketNumber } from '../tickets/words.ts';
import classes from './ticket-link.module.css';

/** A ticket by its number and its subject; opens it. */
export function TicketLink({ id, subject, href }: { id: number; subject?: string; href: string }) {
  return (
    <a className={classes['link']} href={href}>
      <span className={classes['number']}>{ticketNumber(id)}</span> {subject}
    </a>
  );
}
