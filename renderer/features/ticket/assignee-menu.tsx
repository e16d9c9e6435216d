import { UnstyledButton } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import type { TicketRow } from '#shared/model/ticket.ts';
import { assignable, nameOfPerson } from '../../store/people.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Chooser } from '../../ui/chooser.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { peopleChoices } from '../../ui/tickets/people-choices.tsx';
import classes from './property-menu.module.css';

/** Who works on the ticket. */
export function AssigneeMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf(['ticket', 'tickets']);
  const people = useConsole((state) => state.people);
  const myId = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.id : -1));
  const isOpen = useConsole((state) => state.openMenu === 'assignee');
  const title = useTitled(t('ticket:assignee'), 'assign');
  const { assignee_id: assigneeId } = ticket;
  const name = assigneeId === null ? null : nameOfPerson(people)(assigneeId);
  const setOpen = (opened: boolean) => store.getState().setOpenMenu(opened ? 'assignee' : null);

  const target = (
    <UnstyledButton
      className={classes['control']}
      aria-label={t('ticket:property_is', {
        property: t('ticket:assignee'),
        value: name ?? t('ticket:nobody'),
      })}
      title={title}
      onClick={() => setOpen(!isOpen)}
    >
      {name === null ? (
        <IconUserPlus aria-hidden size={15} stroke={1.75} />
      ) : (
        <Avatar name={name} size={18} />
      )}
      <span className={classes['value']}>{name ?? t('ticket:nobody')}</span>
      <IconChevronDown aria-hidden size={13} stroke={2} className={classes['chevron']} />
    </UnstyledButton>
  );
  return (
    <Chooser isOpen={isOpen} onChange={setOpen} label={t('ticket:assignee')} target={target} width={240}>
      <ChoiceList
        label={t('tickets:people.find')}
        placeholder={t('tickets:people.assign_to')}
        emptyText={t('tickets:people.none')}
        onDone={() => setOpen(false)}
        choicesFor={(text) =>
          peopleChoices({
            people: assignable(people, myId, text),
            myId,
            currentId: assigneeId,
            hasNobody: assigneeId !== null && text === '',
            onChoose: (to) => void store.getState().act({ kind: 'assign', to }),
          })
        }
      />
    </Chooser>
  );
}
