import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleCalls, type HandOverTarget, type Person } from '#shared/protocol/admin/people.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { canTakeTickets, openCount } from './choose-people.ts';
import classes from './people.module.css';

type Choice = HandOverTarget['to'] | 'stay';

interface DepartureDialogProps {
  person: Person;
  people: readonly Person[];
  /** Whether they leave for good, or only their tickets do. */
  isLeaving: boolean;
  onClose: () => void;
  onDone: (handedOver: { assigned: number; queued: number }) => void;
}

/** Where somebody's open tickets go, when they leave or when they are away. */
export function DepartureDialog({ person, people, isLeaving, onClose, onDone }: DepartureDialogProps) {
  const { t } = useTranslation('admin-people');
  const store = useConsoleStore();
  const colleagues = people.filter((other) => other.id !== person.id && canTakeTickets(other));
  const [choice, setChoice] = useState<Choice>('queue');
  const [agentId, setAgentId] = useState(String(colleagues[0]?.id ?? ''));
  const tickets = openCount(person);
  const choices: Choice[] = isLeaving ? ['queue', 'agent', 'stay'] : ['queue', 'agent'];
  const textByChoice = {
    queue: t('departure.to_queue'),
    agent: t('departure.to_agent'),
    stay: t('departure.stay'),
  };

  async function submit(): Promise<DeskErrorData | null> {
    const params = { id: person.id };
    const target: HandOverTarget | null =
      choice === 'stay' || tickets === 0
        ? null
        : choice === 'queue'
          ? { to: 'queue' }
          : { to: 'agent', agent_id: Number(agentId) };
    if (isLeaving) {
      const left = await askNode(store, peopleCalls.deactivate, { params, body: { hand_over: target } });
      if (!left.ok) return left.error;
      onDone(left.value.handed_over);
    } else if (target !== null) {
      const moved = await askNode(store, peopleCalls.handOver, { params, body: target });
      if (!moved.ok) return moved.error;
      onDone(moved.value);
    }
    return null;
  }

  return (
    <FormDialog
      isOpen
      isDangerous={isLeaving}
      title={t(isLeaving ? 'departure.deactivate_title' : 'departure.hand_over_title', {
        name: person.full_name,
      })}
      action={isLeaving ? t('departure.deactivate') : t('departure.hand_over')}
      canSubmit={choice !== 'agent' || agentId !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      {isLeaving ? <p className={classes['text']}>{t('departure.deactivate_text')}</p> : null}
      {tickets === 0 ? (
        <p className={classes['text']}>{t('departure.no_tickets')}</p>
      ) : (
        <fieldset className={classes['choices']}>
          <legend>{t('departure.tickets', { count: tickets })}</legend>
          {choices.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="hand-over"
                checked={choice === each}
                onChange={() => setChoice(each)}
              />
              {textByChoice[each]}
            </label>
          ))}
        </fieldset>
      )}
      {tickets > 0 && choice === 'agent' ? (
        <NativeSelect
          label={t('departure.agent')}
          value={agentId}
          onChange={(event) => setAgentId(event.currentTarget.value)}
          data={colleagues.map(({ id, full_name }) => ({ value: String(id), label: full_name }))}
        />
      ) : null}
    </FormDialog>
  );
}
