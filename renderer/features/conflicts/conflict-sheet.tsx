import { Button, Modal } from '@mantine/core';
import type { Conflict, ConflictChoice } from '#shared/protocol/kept-change.ts';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import { clockOrDate } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './conflict-sheet.module.css';
import { choiceWord, isText, reasonText, wantedText } from './conflict-words.ts';

function Written({ conflict, now }: { conflict: Conflict; now: number }) {
  const t = wordsOf(['conflicts', 'tickets']);
  const people = useConsole((state) => state.people);
  return (
    <section className={classes['column']} aria-label={t('conflicts:written')}>
      <h3 className={classes['heading']}>
        {isText(conflict) ? t('conflicts:written') : t('conflicts:wanted')}
      </h3>
      <div className={classes['mine']}>{conflict.text ?? wantedText(conflict, nameOfPerson(people))}</div>
      <p className={classes['aside']}>{clockOrDate(conflict.created_at, now)}</p>
    </section>
  );
}

function Since({ conflict, now }: { conflict: Conflict; now: number }) {
  const t = wordsOf(['conflicts', 'tickets']);
  const people = useConsole((state) => state.people);
  return (
    <section className={classes['column']} aria-label={t('conflicts:since')}>
      <h3 className={classes['heading']}>{t('conflicts:since')}</h3>
      <p className={classes['reason']}>{reasonText(conflict, nameOfPerson(people))}</p>
      {conflict.since.map((message) => (
        <article key={message.uid} className={classes['theirs']} data-sender={message.sender_type}>
          <p className={classes['sender']}>
            {message.sender_name || t('tickets:customer')} <span>{clockOrDate(message.created_at, now)}</span>
          </p>
          <p className={classes['text']}>{message.text}</p>
        </article>
      ))}
    </section>
  );
}

function Choices({ conflict }: { conflict: Conflict }) {
  const store = useConsoleStore();
  const choose = (choice: ConflictChoice) => void store.getState().resolveConflict(conflict.id, choice);
  return (
    <footer className={classes['choices']}>
      {conflict.choices.map((choice, index) => (
        <Button
          key={choice}
          size="sm"
          variant={index === 0 && choice !== 'discard' ? 'filled' : 'default'}
          className={choice === 'discard' ? classes['discard'] : undefined}
          onClick={() => choose(choice)}
        >
          {choiceWord(choice, conflict)}
        </Button>
      ))}
    </footer>
  );
}

/** Where this one stands among all that needs its author, and the way to the next. */
function Others({ shown }: { shown: Conflict }) {
  const store = useConsoleStore();
  const t = wordsOf(['conflicts', 'common']);
  const conflicts = useConsole((state) => state.conflicts);
  const position = conflicts.findIndex(({ id }) => id === shown.id);
  const next = conflicts[(position + 1) % conflicts.length];
  if (next === undefined || conflicts.length < 2) return null;
  return (
    <p className={classes['others']}>
      {t('conflicts:position', { position: position + 1, count: conflicts.length })}
      <Button size="compact-xs" variant="subtle" onClick={() => store.getState().showConflict(next.id)}>
        {t('common:next')}
      </Button>
    </p>
  );
}

/** A change of one's own that was not made: what was written, what happened meanwhile, and the ways on. */
export function ConflictSheet() {
  const store = useConsoleStore();
  const t = wordsOf(['conflicts', 'common']);
  const conflict = useConsole((state) => state.conflicts.find(({ id }) => id === state.sheetConflictId));
  const now = useNow();
  const ticket = conflict?.ticket ?? null;
  const subject =
    ticket === null ? t('conflicts:ticket_gone') : `${ticketNumber(ticket.id)} ${ticket.subject}`;
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={() => store.getState().showConflict(null)}
      title={<span className={classes['title']}>{t('conflicts:title', { subject })}</span>}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={820}
    >
      {conflict === undefined ? null : (
        <>
          <div className={classes['columns']}>
            <Written conflict={conflict} now={now} />
            <Since conflict={conflict} now={now} />
          </div>
          <Others shown={conflict} />
          <Choices conflict={conflict} />
        </>
      )}
    </Modal>
  );
}
