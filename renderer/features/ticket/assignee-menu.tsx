import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '#shared/model/ticket.ts';
import { assignable, nameOfPerson } from '../../store/people.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { PeopleChoices } from '../../ui/tickets/people-choices.tsx';
import { PropertyMenu } from './property-menu.tsx';

/** Who works on the ticket. */
export function AssigneeMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const { t } = useTranslation('ticket');
  const people = useConsole((state) => state.people);
  const myId = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.id : -1));
  const { assignee_id: assigneeId } = ticket;
  const name = assigneeId === null ? null : nameOfPerson(people)(assigneeId);

  return (
    <PropertyMenu
      name="assignee"
      label={t('assignee')}
      value={name ?? t('nobody')}
      icon={
        name === null ? (
          <IconUserPlus aria-hidden size={15} stroke={1.75} />
        ) : (
          <Avatar name={name} size={18} />
        )
      }
    >
      <PeopleChoices
        find={(wanted) => assignable(people, myId, wanted)}
        myId={myId}
        currentId={assigneeId}
        hasNobody={assigneeId !== null}
        onChoose={(to) => void store.getState().act({ kind: 'assign', to })}
      />
    </PropertyMenu>
  );
}
