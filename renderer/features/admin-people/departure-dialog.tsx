import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { peopleCalls, type HandOverTarget, type Person } from '#shared/protocol/admin/people.ts';
import type { Result } from '#shared/protocol/result.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FieldGroup } from '../../ui/admin/form-columns.tsx';
import { FormDialog, FormText } from '../../ui/admin/form-dialog.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { canTakeTickets, openCount } from './choose-people.ts';
import classes from './people.module.css';

/** How many tickets went to somebody, and how many wait for anybody. */
export interface HandedOver {
  assigned: number;
  queued: number;
}

type Choice = HandOverTarget['to'] | 'stay';

interface DepartureDialogProps {
  person: Person;
  people: readonly Person[];
  /** Whether they leave for good, or only their tickets do. */
  isLeaving: boolean;
  onClose: () => void;
  onDone: (handedOver: HandedOver) => void;
}

interface WhereToProps {
  choices: readonly Choice[];
  choice: Choice;
  tickets: number;
  colleagues: readonly Person[];
  agentId: string;
  onChoice: (choice: Choice) => void;
  onAgent: (id: string) => void;
}

/** Whom the tickets go to, while there are some. */
function WhereTo({ choices, choice, tickets, colleagues, agentId, onChoice, onAgent }: WhereToProps) {
  const t = wordsOf('admin-people');
  const textByChoice = {
    queue: t('departure.to_queue'),
    agent: t('departure.to_agent'),
    stay: t('departure.stay'),
  };
  return (
    <>
      <FieldGroup title={t('departure.tickets', { count: tickets })}>
        {choices.map((each) => (
          <label key={each} className={classes['choice']}>
            <input type="radio" name="hand-over" checked={choice === each} onChange={() => onChoice(each)} />
            {textByChoice[each]}
          </label>
        ))}
      </FieldGroup>
      {choice === 'agent' ? (
        <NativeSelect
          label={t('departure.agent')}
          value={agentId}
          onChange={(event) => onAgent(event.currentTarget.value)}
          data={colleagues.map(({ id, full_name }) => ({ value: String(id), label: full_name }))}
        />
      ) : null}
    </>
  );
}

/** Where somebody's open tickets go, when they leave or when they are away. */
export function DepartureDialog({ person, people, isLeaving, onClose, onDone }: DepartureDialogProps) {
  const t = wordsOf('admin-people');
  const store = useConsoleStore();
  const colleagues = people.filter((other) => other.id !== person.id && canTakeTickets(other));
  const [choice, setChoice] = useState<Choice>('queue');
  const [agentId, setAgentId] = useState(String(colleagues[0]?.id ?? ''));
  const tickets = openCount(person);

  async function submit(): Promise<Result<HandedOver>> {
    const params = { id: person.id };
    const target: HandOverTarget | null =
      choice === 'stay' || tickets === 0
        ? null
        : choice === 'queue'
          ? { to: 'queue' }
          : { to: 'agent', agent_id: Number(agentId) };
    if (isLeaving) {
      const left = await askNode(store, peopleCalls.deactivate, { params, body: { hand_over: target } });
      return left.ok ? { ok: true, value: left.value.handed_over } : left;
    }
    if (target === null) return { ok: true, value: { assigned: 0, queued: 0 } };
    return askNode(store, peopleCalls.handOver, { params, body: target });
  }

  return (
    <FormDialog
      isDangerous={isLeaving}
      title={t(isLeaving ? 'departure.deactivate_title' : 'departure.hand_over_title', {
        name: person.full_name,
      })}
      action={isLeaving ? t('departure.deactivate') : t('departure.hand_over')}
      onClose={onClose}
      onSubmit={choice === 'agent' && agentId === '' ? null : submit}
      onDone={onDone}
    >
      {isLeaving ? <FormText>{t('departure.deactivate_text')}</FormText> : null}
      {tickets === 0 ? (
        <FormText>{t('departure.no_tickets')}</FormText>
      ) : (
        <WhereTo
          choices={isLeaving ? ['queue', 'agent', 'stay'] : ['queue', 'agent']}
          choice={choice}
          tickets={tickets}
          colleagues={colleagues}
          agentId={agentId}
          onChoice={setChoice}
          onAgent={setAgentId}
        />
      )}
    </FormDialog>
  );
}
